package fourfold.bench;

import fourfold.desk.Surroundings;
import fourfold.journal.FileJournal;
import fourfold.journal.JournalFolder;
import fourfold.vault.OpenVault;
import fourfold.vault.Passphrase;
import fourfold.vault.Vault;
import java.nio.file.Path;
import java.util.List;

/// A vault unlocked below the desks, to read its journal and its store as files.
record OpenedVault(OpenVault open) implements AutoCloseable {

    static OpenedVault of(Surroundings surroundings, Path folder) {
        var vault = Vault.open(surroundings.means(), folder).orThrow();
        try (var passphrase = Passphrase.entered(Bed.PASSPHRASE.toCharArray())) {
            return new OpenedVault(vault.unlock(Bed.USER, passphrase).orThrow());
        }
    }

    FileJournal journal(Surroundings surroundings) {
        var folder = new JournalFolder(
                open.means().disk(), open.folder().journal(), open.id(), segment -> open.keys().journalSegment(segment));
        return FileJournal.open(folder, surroundings.limits(), List.of());
    }

    byte[] storeKey() {
        return open.keys().store();
    }

    /// The store's file without its ending.
    Path store() {
        return open.folder().db().resolve("store");
    }

    @Override
    public void close() {
        open.close();
        open.vault().close();
    }
}
