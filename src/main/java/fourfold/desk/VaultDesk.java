package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.reference.Agency;
import fourfold.core.sync.JournalFault;
import fourfold.journal.FileJournal;
import fourfold.vault.Backup;
import fourfold.vault.OpenVault;
import fourfold.vault.Passphrase;
import fourfold.vault.RecoveryCode;
import fourfold.vault.Vault;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The counter before any vault is open: making one, and going up to one.
public final class VaultDesk {

    private final Surroundings surroundings;

    public VaultDesk(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// The agencies that a vault can be of.
    public List<Agency> agencies() {
        return surroundings.reference().agencies().all();
    }

    /// A new vault with its first person.
    ///
    /// @param agency as anybody calls it
    /// @param passphrase wiped
    public record Begin(
            Path folder, String agency, String user, String name, Set<Role> roles, char[] passphrase) {}

    /// A new vault, open.
    ///
    /// @param recoveryCode to be shown once and printed; it is kept nowhere
    public record Begun(Office office, String recoveryCode) {}

    /// Makes a vault.
    public Outcome<Begun> begin(Begin wish) {
        var agency = surroundings.reference().agencies().find(wish.agency());
        if (agency.isEmpty())
            return Outcome.refused(
                    new Problem.Invalid("agency", "There is no agency called " + wish.agency() + "."));
        var founding = new Vault.Founding(agency.get().name(), wish.user(), wish.name(), wish.roles());
        return Passphrase.chosen(wish.passphrase()).then(passphrase -> {
            try (passphrase) {
                return Vault.create(surroundings.means(), wish.folder(), founding, passphrase)
                        .then(founded -> begun(founded, wish));
            }
        });
    }

    private Outcome<Begun> begun(Vault.Founded founded, Begin wish) {
        var open = founded.vault();
        var lobby = new Lobby(open.vault(), surroundings);
        boolean done = false;
        try (var code = founded.code()) {
            FileJournal.create(Lobby.folder(open), surroundings.limits()).close();
            var begun = lobby.enter(open, false, Watch.nobody()).then(office -> office.people()
                    .enter(wish.user(), wish.name(), wish.roles(), "")
                    .map(person -> new Begun(office, code.printed())));
            done = begun.isDone();
            return begun;
        } catch (JournalFault fault) {
            return Outcome.refused(new Problem.NotNow(fault.sentence()));
        } finally {
            if (!done) giveUp(open, lobby);
        }
    }

    private static void giveUp(OpenVault open, Lobby lobby) {
        try (lobby; open) {
            // nothing but the closing of both
        }
    }

    /// Goes up to a vault and takes its lock; whoever comes second is told who has it.
    public Outcome<Lobby> approach(Path folder) {
        return Vault.open(surroundings.means(), folder).map(vault -> new Lobby(vault, surroundings));
    }

    /// The collar numbers of those who can restore a backup.
    public Outcome<List<String>> peopleIn(Path backup) {
        return Backup.people(surroundings.means(), backup);
    }

    /// Restores a backup into a folder that is empty or not there yet, as a new copy of the same vault.
    ///
    /// @param passphrase of somebody who could be let in when the backup was made; wiped
    public Outcome<Integer> restore(Path backup, Path folder, String user, char[] passphrase) {
        try (var entered = Passphrase.entered(passphrase)) {
            return Backup.restore(surroundings.means(), backup, folder, user, entered)
                    .map(made -> made.files());
        }
    }

    /// Restores a backup with a recovery code in place of a passphrase; [Lobby#recover] then lets somebody in.
    ///
    /// @param code as typed; wiped
    public Outcome<Integer> restore(Path backup, Path folder, char[] code) {
        return RecoveryCode.read(code).then(read -> {
            try (read) {
                return Backup.restore(surroundings.means(), backup, folder, read).map(made -> made.files());
            }
        });
    }
}
