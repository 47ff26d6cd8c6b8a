package fourfold.vault;

import fourfold.core.access.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.bouncycastle.openpgp.PGPSecretKeyRing;

/// What a unit says about its people, and how it says something new. Nothing said is ever taken out again; the newest
/// holds.
final class PeopleCertificates {

    private final AgencyCertificates own;
    private final PGPSecretKeyRing unit;
    private final InstantSource clock;

    PeopleCertificates(AgencyCertificates own, PGPSecretKeyRing unit, InstantSource clock) {
        this.own = own;
        this.unit = unit;
        this.clock = clock;
    }

    /// With a first word about a new certificate.
    AgencyCertificates certify(String user, SigningKey signer, Set<Role> roles) {
        var standing = new Standing(after(user), roles, signer.actKey());
        return own.with(new Certification(user, own.agency(), standing)
                .signOn(OpenPgp.certificate(signer.ring()), unit));
    }

    /// With other roles from now on; with none, the person has left.
    AgencyCertificates change(PersonCertificate person, Set<Role> roles) {
        var standing = new Standing(after(person.user()), roles, person.latest().actKey());
        return own.with(new Certification(person.user(), own.agency(), standing).signOn(person.ring(), unit));
    }

    /// With the end of every certificate of that person but the one in use.
    AgencyCertificates endAllBut(String user, SigningKey signer) {
        var inUse = OpenPgp.fingerprint(OpenPgp.certificate(signer.ring()));
        var result = own;
        for (var person : own.everyCertificateOf(user)) {
            if (person.fingerprint().equals(inUse) || person.roles().isEmpty()) continue;
            var standing = new Standing(end(inUse), Set.of(), person.latest().actKey());
            result = result.with(
                    new Certification(user, own.agency(), standing).signOn(person.ring(), unit));
        }
        return result;
    }

    /// An ended certificate ends just before the one in use begins, so that the latter stays the latest.
    private Instant end(String inUse) {
        return own.people().stream()
                .filter(p -> p.fingerprint().equals(inUse))
                .findFirst()
                .orElseThrow()
                .latest()
                .from()
                .minusMillis(1);
    }

    /// Now, but always later than anything said about that person before, whatever the clock does.
    private Instant after(String user) {
        var last = own.everyCertificateOf(user).stream()
                .map(p -> p.latest().from())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        var now = clock.instant();
        return now.isAfter(last.plusMillis(2)) ? now : last.plusMillis(3);
    }
}
