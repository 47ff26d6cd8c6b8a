package fourfold.vault;

import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.people.Party;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.openpgp.PGPSecretKeyRing;

/// Who can be let into a vault, and with which roles. Only an administrator changes it, since only an administrator can
/// make the unit vouch for somebody.
public final class VaultPeople {

    private static final int LONGEST_REASON = 200;

    private final OpenVault open;
    private final Vault vault;
    private final KeyRoom room;

    /// Somebody new.
    ///
    /// @param user the collar number
    public record Newcomer(String user, String name, Set<Role> roles) {}

    /// A recovery code sealed to a unit.
    ///
    /// @param fingerprint of the certificate it was sealed to
    /// @param message what that unit opens
    public record Escrow(String agency, String fingerprint, byte[] message) {}

    private interface Change<T> {
        Outcome<T> with(PGPSecretKeyRing unit) throws IOException;
    }

    VaultPeople(OpenVault open) {
        this.open = open;
        this.vault = open.vault();
        this.room = new KeyRoom(vault, open.keys());
    }

    /// Lets a new person in from now on. Somebody who had left comes back with new keys.
    ///
    /// @param first the passphrase to begin with; it stays the caller's to close
    public Outcome<PersonCertificate> add(Newcomer newcomer, Passphrase first) {
        if (Vault.isNoName(newcomer.name())) {
            return refused(new Problem.Invalid("name", "Give the person's name, up to 100 characters."));
        }
        if (newcomer.roles().isEmpty()) return refused(new Problem.Invalid("role", "Give the person a role."));
        var weakness = first.weakness();
        if (weakness.isPresent()) return refused(weakness.get());
        return Collar.read(newcomer.user()).then(user -> asAdministrator(unit -> {
            if (vault.charter().people().containsKey(user)) {
                return refused(new Problem.Invalid("user", user + " is in this vault already."));
            }
            return let(user, newcomer, first, unit);
        }));
    }

    /// The certificate comes first and `vault.json` last: until that names the person, nobody can be let in as them.
    private Outcome<PersonCertificate> let(String user, Newcomer newcomer, Passphrase first, PGPSecretKeyRing unit)
            throws IOException {
        var signer = SigningKey.draw(Party.label(newcomer.name().strip(), user));
        try (signer) {
            var certified = certificates(open.own(), unit).certify(user, signer, newcomer.roles());
            var all = certificates(certified, unit).endAllBut(user, signer);
            publish(all);
            var certificate = all.person(user).orElseThrow();
            if (newcomer.roles().contains(Role.ADMINISTRATOR)) room.putCertifier(user, certificate.ring(), unit);
            long version = vault.shelf()
                            .find(KeySlot.Kind.PERSON, user)
                            .slot()
                            .map(KeySlot::version)
                            .orElse(0L)
                    + 1;
            room.putPerson(user, version, first, signer);
            vault.write(vault.charter().withPerson(user, version), open.keys());
            return Outcome.done(certificate);
        }
    }

    /// Gives a person other roles.
    public Outcome<PersonCertificate> changeRoles(String user, Set<Role> roles) {
        if (roles.isEmpty()) return refused(new Problem.Invalid("role", "Give the person a role, or remove them."));
        return asAdministrator(unit -> present(user).then(person -> {
            if (!roles.contains(Role.ADMINISTRATOR) && isLastAdministrator(person)) return refused(lastOne());
            return Attempt.at(open.folder(), () -> {
                publish(certificates(open.own(), unit).change(person, roles, ""));
                if (roles.contains(Role.ADMINISTRATOR)) room.putCertifier(person.user(), person.ring(), unit);
                else room.removeCertifier(person.user());
                return Outcome.done(open.own().person(user).orElseThrow());
            });
        }));
    }

    /// Lets a person in no more. What they did stays theirs, and their certificate stays to prove it.
    ///
    /// The vault's key stays the same: somebody who kept a copy of the vault from before can still read that copy.
    public Outcome<PersonCertificate> remove(String user) {
        return remove(user, "");
    }

    /// The same, and says why in the certificate, for every unit that trusts ours.
    ///
    /// @param reason one line of up to 200 characters; empty where nobody else needs one
    public Outcome<PersonCertificate> remove(String user, String reason) {
        if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(c -> c < ' ')) {
            return refused(new Problem.Invalid("reason", "Give the reason in one line of up to 200 characters."));
        }
        return asAdministrator(unit -> present(user).then(person -> {
            if (isLastAdministrator(person)) return refused(lastOne());
            return Attempt.at(open.folder(), () -> {
                publish(certificates(open.own(), unit).change(person, Set.of(), reason));
                vault.write(vault.charter().withoutPerson(person.user()), open.keys());
                room.removeCertifier(person.user());
                vault.shelf().remove(KeySlot.Kind.PERSON, person.user());
                return Outcome.done(open.own().person(user).orElseThrow());
            });
        }));
    }

    /// Lets a person's certificate hold for another full time from now on.
    public Outcome<PersonCertificate> renew(String user) {
        return asAdministrator(unit -> present(user).then(person -> Attempt.at(open.folder(), () -> {
            publish(certificates(open.own(), unit).renew(person));
            return Outcome.done(open.own().person(user).orElseThrow());
        })));
    }

    /// Lets the unit's own certificate hold for another full time from now on.
    public Outcome<AgencyCertificates> renewUnit() {
        return asAdministrator(unit -> {
            publish(certificates(open.own(), unit).renewUnit(open.certificate()));
            return Outcome.done(open.own());
        });
    }

    /// Draws a new recovery code in place of the one on paper, which opens nothing any more.
    public Outcome<RecoveryCode> newRecoveryCode() {
        return asAdministrator(unit -> Outcome.done(putRecovery(Vault.FIRST_RECOVERY, unit)));
    }

    /// Makes a recovery code that only the unit of that agency can read, with [Messages#readEscrow].
    ///
    /// It is kept in the folder `keys` as well.
    public Outcome<Escrow> sealRecoveryTo(String agency) {
        return asAdministrator(unit -> open.trusted().usable(agency).then(other -> Attempt.at(open.folder(), () -> {
            var name = "escrow-" + other.fingerprint().substring(0, 16).toLowerCase(Locale.ROOT);
            byte[] sealed;
            try (var code = putRecovery(name, unit)) {
                sealed = KeyRoom.sealedTo(other.unit(), code.printed().getBytes(StandardCharsets.US_ASCII));
                vault.means().disk().replace(open.folder().escrow(name), sealed);
            }
            return Outcome.done(new Escrow(other.agency(), other.fingerprint(), sealed));
        })));
    }

    private RecoveryCode putRecovery(String name, PGPSecretKeyRing unit) throws IOException {
        var code = RecoveryCode.draw();
        var written = vault.shelf().find(KeySlot.Kind.RECOVERY, name).slot().map(KeySlot::version);
        long version = Math.max(written.orElse(0L), vault.charter().recovery().getOrDefault(name, 0L)) + 1;
        room.putRecovery(name, version, code, unit);
        vault.write(vault.charter().withRecovery(name, version), open.keys());
        return code;
    }

    private <T> Outcome<T> asAdministrator(Change<T> change) {
        if (!open.roles().contains(Role.ADMINISTRATOR)) {
            return refused(new Problem.NotAllowed("Only an administrator can do this."));
        }
        return Attempt.at(open.folder(), () -> change.with(room.certifier(open.user(), open.signer())));
    }

    private Outcome<PersonCertificate> present(String user) {
        var person = open.own().person(user).filter(p -> vault.charter().people().containsKey(p.user()));
        return person.map(Outcome::done)
                .orElseGet(() -> refused(new Problem.Gone("There is no " + Collar.capitals(user) + " in this vault.")));
    }

    private boolean isLastAdministrator(PersonCertificate person) {
        return person.roles().contains(Role.ADMINISTRATOR)
                && vault.charter().people().keySet().stream()
                        .filter(user -> !user.equals(person.user()))
                        .flatMap(user -> open.own().person(user).stream())
                        .noneMatch(p -> p.roles().contains(Role.ADMINISTRATOR));
    }

    private void publish(AgencyCertificates changed) throws IOException {
        open.trusted().write(changed);
        open.setOwn(changed);
    }

    private PeopleCertificates certificates(AgencyCertificates from, PGPSecretKeyRing unit) {
        return new PeopleCertificates(from, unit, vault.means().clock());
    }

    private static Problem lastOne() {
        return new Problem.NotNow("A vault needs an administrator; make somebody else one first.");
    }

    private static <T> Outcome<T> refused(Problem problem) {
        return Outcome.refused(problem);
    }
}
