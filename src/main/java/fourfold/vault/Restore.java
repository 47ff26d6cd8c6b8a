package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// The restoring of a backup.
final class Restore {

    private final Disk disk;
    private final VaultFolder folder;

    Restore(Means means, VaultFolder folder) {
        this.disk = means.disk();
        this.folder = folder;
    }

    Outcome<Backup.Made> from(Backup.Reading backup, String user, Passphrase passphrase) throws IOException {
        if (folder.checkPlace(disk) instanceof Outcome.Refused<VaultFolder>(var problem)) {
            return Outcome.refused(problem);
        }
        var mark = folder.root().resolve(Foundation.MARK);
        if (!disk.list(folder.root()).isEmpty() && (disk.exists(folder.charter()) || !disk.exists(mark))) {
            return Outcome.refused(new Problem.NotNow(
                    "The folder " + folder.root() + " is not empty; a backup is restored into an empty one."));
        }
        Charter charter;
        try {
            charter = Charter.read(backup.charter());
        } catch (Unreadable | IllegalArgumentException damaged) {
            return Outcome.refused(Backup.damaged(backup.path()));
        }
        var slot = slot(backup, charter, user);
        if (slot.isEmpty()) {
            return Outcome.refused(new Problem.NotAllowed("There is no " + user + " in this backup."));
        }
        if (!passphrase.isPlausible()) return Outcome.refused(wrong());
        var opened = slot.get().open(passphrase);
        if (opened.isEmpty()) return Outcome.refused(wrong());
        try (var secrets = SlotSecrets.read(opened.get());
                var keys = new VaultKeys(charter.vault(), secrets.vaultKey())) {
            Arrays.fill(opened.get(), (byte) 0);
            var problem = Entrance.proven(charter, slot.get(), keys);
            if (problem.isPresent()) return Outcome.refused(Backup.damaged(backup.path()));
            return Outcome.done(unpack(backup, charter, keys));
        } catch (Unreadable damaged) {
            return Outcome.refused(Backup.damaged(backup.path()));
        }
    }

    private static Optional<KeySlot> slot(Backup.Reading backup, Charter charter, String user) {
        if (!charter.people().containsKey(user)) return Optional.empty();
        for (var name : new String[] {"keys/" + user + ".slot", "keys/" + user + ".slot2"}) {
            try {
                return Optional.of(
                        KeySlot.read(backup.slot(name), charter.vault(), KeySlot.Kind.PERSON, user));
            } catch (Unreadable | IllegalArgumentException damaged) {
                continue; // the other copy may do
            }
        }
        return Optional.empty();
    }

    private Backup.Made unpack(Backup.Reading backup, Charter charter, VaultKeys keys) throws IOException {
        var mark = folder.root().resolve(Foundation.MARK);
        disk.makeFolder(folder.root());
        disk.replace(mark, new byte[0]);
        for (var inner : folder.folders()) disk.makeFolder(inner);
        var key = keys.snapshot();
        try {
            var made = backup.each(key, charter.vault(), this::sink);
            disk.replace(folder.charter(), charter.asCopy(UUID.randomUUID()).bytes(keys));
            disk.delete(mark);
            disk.forceFolder(folder.root());
            return made;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// `vault.json` is written last, with a new name for this copy; the one in the backup is only compared by its hash.
    private OutputStream sink(String name, long length) throws IOException {
        if (name.equals("vault.json")) return new ByteArrayOutputStream();
        var target = folder.root().resolve(name);
        var parent = Disk.folderOf(target);
        disk.makeFolder(parent);
        disk.delete(target);
        var file = disk.open(target, Disk.Access.CREATE);
        return new Staged.Appending(file, 0) {
            @Override
            public void close() throws IOException {
                try (file) {
                    file.force();
                }
                disk.forceFolder(parent);
            }
        };
    }

    private static Problem wrong() {
        return new Problem.NotAllowed("The passphrase is wrong.");
    }
}
