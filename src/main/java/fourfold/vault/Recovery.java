package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.Arrays;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSecretKeyRing;

/// How a person is let in who lost their passphrase. Their own keys were under it and are lost with it, so they get new
/// ones, certified by the unit's key, which the recovery slot holds.
final class Recovery {

    private final Vault vault;

    /// A recovery slot that the code opened.
    private record Opened(KeySlot slot, byte[] secrets) {}

    Recovery(Vault vault) {
        this.vault = vault;
    }

    Outcome<OpenVault> recover(RecoveryCode code, String user, Passphrase fresh) throws IOException {
        var tries = vault.tries();
        var before = tries.read();
        var wait = tries.wait(before);
        if (!wait.isZero()) return Outcome.refused(Entrance.tooSoon(wait));
        tries.add(before, user);
        var opened = tryAll(code);
        if (opened.isEmpty()) {
            return Outcome.refused(new Problem.NotAllowed("The recovery code is not one of this vault."));
        }
        try (var secrets = SlotSecrets.read(opened.get().secrets)) {
            Arrays.fill(opened.get().secrets, (byte) 0);
            var keys = new VaultKeys(vault.charter().vault(), secrets.vaultKey());
            var problem = Entrance.proven(vault.charter(), opened.get().slot, keys);
            if (problem.isPresent()) {
                keys.close();
                return Outcome.refused(problem.get());
            }
            var outcome = renew(keys, OpenPgp.secretKeys(secrets.openPgp()), user, fresh, before);
            if (outcome.isDone()) tries.clear();
            else keys.close();
            return outcome;
        }
    }

    private Optional<Opened> tryAll(RecoveryCode code) throws IOException {
        var shelf = vault.shelf();
        try (var passphrase = code.passphrase()) {
            for (var name : shelf.holders(KeySlot.Kind.RECOVERY)) {
                var slot = shelf.find(KeySlot.Kind.RECOVERY, name).slot();
                var secrets = slot.flatMap(s -> s.open(passphrase));
                if (slot.isPresent() && secrets.isPresent()) {
                    return Optional.of(new Opened(slot.get(), secrets.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// At every moment of this either the old or the new passphrase lets the person in: the new certificate is there
    /// before the slot that needs it, and the old one ends after.
    private Outcome<OpenVault> renew(
            VaultKeys keys, PGPSecretKeyRing unit, String user, Passphrase fresh, List<WrongTries.Try> before)
            throws IOException {
        var charter = vault.charter();
        var room = new KeyRoom(vault, keys);
        var trusted = room.trusted(charter);
        var own = trusted.find(charter.agency())
                .orElseThrow(() -> new Unreadable("the certificate of its own unit is missing"));
        var old = own.person(user).filter(p -> !p.roles().isEmpty());
        if (old.isEmpty()) {
            return Outcome.refused(new Problem.NotAllowed(user + " has no role in this vault any more."));
        }
        var signer = SigningKey.draw(old.get().label());
        var certificates = new PeopleCertificates(own, unit, vault.means().clock());
        var renewed = certificates.certify(user, signer, old.get().roles());
        trusted.write(renewed);
        if (room.hasCertifier(user)) {
            var certificate = renewed.person(user).orElseThrow().ring();
            room.putCertifier(user, certificate, unit);
        }
        long version = nextVersion(user);
        room.putPerson(user, version, fresh, signer);
        var ended = new PeopleCertificates(renewed, unit, vault.means().clock()).endAllBut(user, signer);
        trusted.write(ended);
        vault.write(vault.charter().withPerson(user, version), keys);
        vault.holder().write(user);
        return Outcome.done(new OpenVault(vault, keys, signer, ended, before));
    }

    private long nextVersion(String user) throws IOException {
        long written = vault.shelf().find(KeySlot.Kind.PERSON, user).slot().map(KeySlot::version).orElse(0L);
        return Math.max(written, vault.charter().people().getOrDefault(user, 0L)) + 1;
    }
}
