package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The restoring of a backup.
final class Restore {

    private final Disk disk;
    private final VaultFolder folder;

    Restore(Means means, VaultFolder folder) {
        this.disk = means.disk();
        this.folder = folder;
    }

    /// With the passphrase of somebody who could be let in then.
    Outcome<Backup.Made> from(Backup.Reading backup, String user, Passphrase passphrase) throws IOException {
        return from(backup, passphrase, "The passphrase is wrong.", charter -> {
            if (!charter.people().containsKey(user)) return Optional.empty();
            return Optional.of(slots(backup, charter, KeySlot.Kind.PERSON, user));
        }, "There is no " + user + " in this backup.");
    }

    /// With a recovery code of that time, for whoever has lost laptop and passphrase. It restores; who is let in is
    /// decided by recovering them afterwards.
    Outcome<Backup.Made> from(Backup.Reading backup, RecoveryCode code) throws IOException {
        try (var passphrase = code.passphrase()) {
            return from(backup, passphrase, "The recovery code is not one of this backup.", charter -> {
                var all = new ArrayList<KeySlot>();
                for (var name : charter.recovery().keySet())
                    all.addAll(slots(backup, charter, KeySlot.Kind.RECOVERY, name));
                return Optional.of(all);
            }, "");
        }
    }

    private Outcome<Backup.Made> from(
            Backup.Reading backup,
            Passphrase passphrase,
            String wrong,
            Function<Charter, Optional<List<KeySlot>>> slots,
            String nobody)
            throws IOException {
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
        var found = slots.apply(charter);
        if (found.isEmpty()) return Outcome.refused(new Problem.NotAllowed(nobody));
        if (found.get().isEmpty()) return Outcome.refused(Backup.damaged(backup.path()));
        if (!passphrase.isPlausible()) return Outcome.refused(new Problem.NotAllowed(wrong));
        for (var slot : found.get()) {
            var opened = slot.open(passphrase);
            if (opened.isPresent()) return opened(backup, charter, slot, opened.get());
        }
        return Outcome.refused(new Problem.NotAllowed(wrong));
    }

    private Outcome<Backup.Made> opened(Backup.Reading backup, Charter charter, KeySlot slot, byte[] opened)
            throws IOException {
        try (var secrets = SlotSecrets.read(opened);
                var keys = new VaultKeys(charter.vault(), secrets.vaultKey())) {
            Arrays.fill(opened, (byte) 0);
            var problem = Entrance.proven(charter, slot, keys);
            if (problem.isPresent()) return Outcome.refused(Backup.damaged(backup.path()));
            return Outcome.done(unpack(backup, charter, keys));
        } catch (Unreadable damaged) {
            return Outcome.refused(Backup.damaged(backup.path()));
        }
    }

    /// The undamaged copies of a slot, the first one only, since both are alike.
    private static List<KeySlot> slots(Backup.Reading backup, Charter charter, KeySlot.Kind kind, String holder) {
        var suffix = kind == KeySlot.Kind.PERSON ? ".slot" : ".recovery";
        for (var name : List.of("keys/" + holder + suffix, "keys/" + holder + suffix + "2")) {
            try {
                return List.of(KeySlot.read(backup.slot(name), charter.vault(), kind, holder));
            } catch (Unreadable | IllegalArgumentException damaged) {
                continue; // the other copy may do
            }
        }
        return List.of();
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
}
