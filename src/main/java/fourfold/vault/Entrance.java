package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.Arrays;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a person is let in: everything that can be looked at without a key first, then the wait, then one derivation,
/// then everything that the vault's key can prove.
final class Entrance {

    private final Vault vault;
    private final WrongTries tries;

    Entrance(Vault vault) {
        this.vault = vault;
        this.tries = vault.tries();
    }

    Outcome<OpenVault> unlock(String user, Passphrase passphrase) throws IOException {
        var found = vault.shelf().find(KeySlot.Kind.PERSON, user);
        if (found.slot().isEmpty()) return Outcome.refused(damagedSlot(user, found.present()));
        vault.makeRoom();
        var before = tries.read();
        var wait = tries.wait(before);
        if (!wait.isZero()) return Outcome.refused(tooSoon(wait));
        var slot = found.slot().get();
        tries.add(before, user); // counted before the derivation; taken back when it was right
        if (!passphrase.isPlausible()) return Outcome.refused(wrong());
        var opened = slot.open(passphrase);
        if (opened.isEmpty()) return Outcome.refused(wrong());
        try (var secrets = SlotSecrets.read(opened.get())) {
            Arrays.fill(opened.get(), (byte) 0);
            var keys = new VaultKeys(vault.charter().vault(), secrets.vaultKey());
            var signer = SigningKey.of(secrets.actSeed(), secrets.openPgp());
            return enter(slot, found.whole(), keys, signer, before);
        }
    }

    private Outcome<OpenVault> enter(
            KeySlot slot, boolean whole, VaultKeys keys, SigningKey signer, List<WrongTries.Try> before)
            throws IOException {
        var problem = proven(vault.charter(), slot, keys);
        if (problem.isPresent()) return shut(keys, signer, problem.get());
        var own = own(keys);
        var fingerprint = OpenPgp.fingerprint(OpenPgp.certificate(signer.ring()));
        boolean vouchedFor = own.people().stream()
                .anyMatch(p -> p.user().equals(slot.holder())
                        && p.fingerprint().equals(fingerprint)
                        && !p.roles().isEmpty());
        if (!vouchedFor) {
            return shut(keys, signer, new Problem.NotAllowed(
                    slot.holder() + " has no role in this vault any more; ask an administrator."));
        }
        tries.clear();
        if (!whole) vault.shelf().put(slot);
        if (slot.version() > vault.charter().people().getOrDefault(slot.holder(), 0L)) {
            vault.write(vault.charter().withPerson(slot.holder(), slot.version()), keys);
        }
        vault.holder().write(slot.holder());
        return Outcome.done(new OpenVault(vault, keys, signer, own, before));
    }

    /// What the vault's key proves wrong, if anything.
    static Optional<Problem> proven(Charter charter, KeySlot slot, VaultKeys keys) {
        if (!charter.isGenuine(keys)) {
            return Optional.of(new Problem.Damaged(
                    "The file vault.json was altered by somebody without the vault's key; restore it from a backup."));
        }
        var versions = slot.kind() == KeySlot.Kind.PERSON ? charter.people() : charter.recovery();
        var least = versions.get(slot.holder());
        if (least == null || slot.version() < least) {
            return Optional.of(new Problem.Damaged("The key file of " + slot.holder()
                    + " is older than it should be; restore the newest one from a backup."));
        }
        return Optional.empty();
    }

    private AgencyCertificates own(VaultKeys keys) throws IOException {
        return new KeyRoom(vault, keys)
                .trusted(vault.charter())
                .find(vault.charter().agency())
                .orElseThrow(() -> new Unreadable("the certificate of its own unit is missing"));
    }

    private static Outcome<OpenVault> shut(VaultKeys keys, SigningKey signer, Problem problem) {
        keys.close();
        signer.close();
        return Outcome.refused(problem);
    }

    static Problem damagedSlot(String user, int present) {
        return new Problem.Damaged("The key file of " + user + (present == 0 ? " is missing" : " is damaged")
                + "; restore it from a backup.");
    }

    static Problem tooSoon(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        var left = seconds < 120 ? seconds + (seconds == 1 ? " second" : " seconds") : (seconds + 59) / 60 + " minutes";
        return new Problem.NotNow("After several wrong passphrases there is a wait; try again in " + left + ".");
    }

    private static Problem wrong() {
        return new Problem.NotAllowed("The passphrase is wrong.");
    }
}
