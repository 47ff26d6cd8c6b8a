package fourfold.vault;

import fourfold.core.access.Role;
import fourfold.core.sync.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.openpgp.PGPPublicKeyRing;

/// A person's certificate with everything their unit ever said about it.
public final class PersonCertificate {

    private static final int DIGEST = 32;

    private final PGPPublicKeyRing ring;
    private final String user;
    private final String agency;
    private final List<Standing> history;

    private PersonCertificate(PGPPublicKeyRing ring, String user, String agency, List<Standing> history) {
        this.ring = ring;
        this.user = user;
        this.agency = agency;
        this.history = history;
    }

    /// The certificate, when that unit vouches for it; certifications that name different people make it void.
    static Optional<PersonCertificate> of(PGPPublicKeyRing ring, PGPPublicKeyRing unit) {
        var person = ring.getPublicKey();
        var all = new ArrayList<Certification>();
        person.getUserIDs()
                .forEachRemaining(label -> person.getSignaturesForID(label)
                        .forEachRemaining(signature -> Certification.of(signature, label, person, unit.getPublicKey())
                                .ifPresent(all::add)));
        if (all.isEmpty()) return Optional.empty();
        var first = all.getFirst();
        boolean one = all.stream().allMatch(c -> c.user().equals(first.user()) && c.agency().equals(first.agency()));
        if (!one) return Optional.empty();
        var history = all.stream()
                .map(Certification::standing)
                .sorted(Comparator.comparing(Standing::from))
                .toList();
        return Optional.of(new PersonCertificate(ring, first.user(), first.agency(), history));
    }

    /// The collar number in capitals.
    public String user() {
        return user;
    }

    /// The agency whose unit vouches for the person.
    public String agency() {
        return agency;
    }

    /// The label, such as "Pat Example (EM1234)".
    public String label() {
        return ring.getPublicKey().getUserIDs().next();
    }

    /// The fingerprint of the OpenPGP certificate, 40 hexadecimal digits in capitals.
    public String fingerprint() {
        return OpenPgp.fingerprint(ring);
    }

    /// All that was ever vouched for, oldest first.
    public List<Standing> history() {
        return history;
    }

    /// What holds now.
    public Standing latest() {
        return history.getLast();
    }

    /// The roles that hold now; none for somebody who left.
    public Set<Role> roles() {
        return latest().roles();
    }

    /// When what holds now ends by itself; nothing where the unit named no end.
    public Optional<Instant> expires() {
        return latest().until();
    }

    /// Whether it was revoked, or its owner has left.
    public boolean isEnded() {
        return roles().isEmpty();
    }

    /// Whether its time is over at that moment.
    public boolean isExpired(Instant at) {
        return expires().filter(end -> !at.isBefore(end)).isPresent();
    }

    /// The roles at a moment in the past.
    public Set<Role> rolesAt(Instant at) {
        return standingAt(at).map(Standing::roles).orElse(Set.of());
    }

    /// What held at that moment.
    public Optional<Standing> standingAt(Instant at) {
        return history.stream().filter(s -> !s.from().isAfter(at)).reduce((earlier, later) -> later);
    }

    /// Whether one of the keys that the unit ever vouched for made this signature over an act with these digests. Whether
    /// the person had the right at that time is another question: see [#rolesAt].
    public boolean verifiesAct(List<byte[]> digests, byte[] signature) {
        if (digests.stream().anyMatch(digest -> digest.length != DIGEST)) return false;
        var signed = Act.signed(digests);
        return history.stream().map(Standing::actKey).distinct().anyMatch(key -> verifies(key, signed, signature));
    }

    private static boolean verifies(byte[] key, byte[] signed, byte[] signature) {
        if (signature.length != Ed25519PublicKeyParameters.KEY_SIZE * 2) return false;
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key));
        verifier.update(signed, 0, signed.length);
        return verifier.verifySignature(signature);
    }

    PGPPublicKeyRing ring() {
        return ring;
    }
}
