package fourfold.journal;

import fourfold.vault.Disk;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Journal folders of invented vaults, each with keys of its own.
final class Vaults {

    static final Limits SMALL = new Limits(4_000, 1_000);
    static final Path PATH = Path.of("/vault/journal");

    private Vaults() {}

    static JournalFolder folder(Disk disk, Path path, long vault) {
        return new JournalFolder(disk, path, new UUID(vault, vault), segment -> key(vault, segment));
    }

    static JournalFolder folder(Disk disk) {
        return folder(disk, PATH, 1);
    }

    private static byte[] key(long vault, int segment) {
        try {
            var bytes = ByteBuffer.allocate(12).putLong(vault).putInt(segment).array();
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static Expected head(FileJournal journal) {
        return new Expected(journal.head(), journal.headHash(), "the store");
    }
}
