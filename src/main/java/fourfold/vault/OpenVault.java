package fourfold.vault;

import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A vault with a person let in: its keys, that person's signing key, and the certificates it believes. [#close()] wipes
/// the keys and leaves the vault's lock with us, so that the same or another person can be let in again.
public final class OpenVault implements AutoCloseable {

    private final Vault vault;
    private final VaultKeys keys;
    private final SigningKey signer;
    private final String fingerprint;
    private final List<FailedTry> failedTries;
    private AgencyCertificates own;

    /// A wrong passphrase since the last right one, for the log.
    ///
    /// @param user the collar number that was tried
    public record FailedTry(Instant at, String user) {}

    OpenVault(
            Vault vault,
            VaultKeys keys,
            SigningKey signer,
            AgencyCertificates own,
            List<WrongTries.Try> wrongTries) {
        this.vault = vault;
        this.keys = keys;
        this.signer = signer;
        this.own = own;
        this.fingerprint = OpenPgp.fingerprint(OpenPgp.certificate(signer.ring()));
        this.failedTries =
                wrongTries.stream().map(t -> new FailedTry(t.at(), t.user())).toList();
    }

    /// The vault, which holds the lock.
    public Vault vault() {
        return vault;
    }

    /// Where its files are.
    public VaultFolder folder() {
        return vault.folder();
    }

    /// What it works with.
    public Means means() {
        return vault.means();
    }

    /// The vault's identity, the same in every copy.
    public UUID id() {
        return vault.charter().vault();
    }

    /// This copy's identity, drawn when it was made or restored: the replica that its entries are numbered under.
    public UUID copy() {
        return vault.charter().copy();
    }

    /// The agency whose vault it is.
    public String agency() {
        return vault.charter().agency();
    }

    /// The collar number of the person let in, in capitals.
    public String user() {
        return certificate().user();
    }

    /// The roles of the person let in, as the unit vouches for them now.
    public Set<Role> roles() {
        return certificate().roles();
    }

    /// The certificate of the person let in.
    public PersonCertificate certificate() {
        return own.people().stream()
                .filter(p -> p.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the certificate of the person let in has gone"));
    }

    /// The keys of everything in the vault.
    public VaultKeys keys() {
        return keys;
    }

    /// What the person let in signs with.
    public SigningKey signer() {
        return signer;
    }

    /// The certificates of the own unit and its people. [AgencyCertificates#armoured()] is what to hand to other units.
    public AgencyCertificates own() {
        return own;
    }

    /// The certificates of all units believed here.
    public TrustedKeys trusted() {
        return new KeyRoom(vault, keys).trusted(vault.charter());
    }

    /// Signing and sealing of packages, and opening them.
    public Messages messages() {
        return new Messages(this);
    }

    /// Who can be let in, for an administrator to change.
    public VaultPeople people() {
        return new VaultPeople(this);
    }

    /// Wrong passphrases since somebody was last let in, oldest first, to be logged now that the log can be written.
    public List<FailedTry> failedTries() {
        return failedTries;
    }

    /// Gives the person let in another passphrase. The vault's key and the person's keys stay; the slot's cost is
    /// measured anew.
    ///
    /// @param now the passphrase that holds now
    public Outcome<Boolean> changePassphrase(Passphrase now, Passphrase fresh) {
        if (now.same(fresh)) {
            return Outcome.refused(new Problem.Invalid("passphrase", "The new passphrase is the same as the old one."));
        }
        var weakness = fresh.weakness();
        if (weakness.isPresent()) return Outcome.refused(weakness.get());
        return Attempt.at(folder(), () -> {
            var slot = vault.shelf().find(KeySlot.Kind.PERSON, user()).slot();
            if (slot.isEmpty()) return Outcome.refused(Entrance.damagedSlot(user(), 1));
            var secrets = slot.get().open(now);
            if (secrets.isEmpty()) return Outcome.refused(new Problem.NotAllowed("The passphrase is wrong."));
            Arrays.fill(secrets.get(), (byte) 0);
            long version = slot.get().version() + 1;
            new KeyRoom(vault, keys).putPerson(user(), version, fresh, signer);
            vault.write(vault.charter().withPerson(user(), version), keys);
            return Outcome.done(true);
        });
    }

    void setOwn(AgencyCertificates changed) {
        own = changed;
    }

    /// Wipes the keys. The vault stays ours until it is closed.
    @Override
    public void close() {
        keys.close();
        signer.close();
    }
}
