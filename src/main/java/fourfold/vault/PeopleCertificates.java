package fourfold.vault;

import fourfold.core.access.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPSecretKeyRing;

/// What a unit says about its people, and how it says something new. Nothing said is ever taken out again; the newest
/// holds.
final class PeopleCertificates {

    /// How long a person's certificate holds before an administrator renews it, in days.
    static final int PERSON_DAYS = 2 * 365;
    /// How long the unit's own holds, in days.
    static final int UNIT_DAYS = 5 * 365;

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
        var from = after(user);
        var standing = new Standing(from, roles, signer.actKey()).until(end(from, PERSON_DAYS), unitEnd(from));
        return own.with(new Certification(user, own.agency(), standing)
                .signOn(OpenPgp.certificate(signer.ring()), unit));
    }

    /// With other roles from now on; with none, the person has left.
    ///
    /// @param reason why a certificate is revoked; empty for other roles, or for somebody who just leaves
    AgencyCertificates change(PersonCertificate person, Set<Role> roles, String reason) {
        var now = person.latest();
        return say(person, new Standing(
                after(person.user()), now.until(), now.unitUntil(), roles, now.actKey(), reason));
    }

    /// With what holds now for another full time.
    AgencyCertificates renew(PersonCertificate person) {
        var from = after(person.user());
        var now = person.latest();
        return say(person, new Standing(from, now.roles(), now.actKey()).until(end(from, PERSON_DAYS), unitEnd(from)));
    }

    /// With another full time for the unit's own certificate, said with what holds of that person.
    AgencyCertificates renewUnit(PersonCertificate person) {
        var from = after(person.user());
        var now = person.latest();
        return say(person, new Standing(
                from, now.until(), Optional.of(end(from, UNIT_DAYS)), now.roles(), now.actKey(), now.reason()));
    }

    private AgencyCertificates say(PersonCertificate person, Standing standing) {
        return own.with(new Certification(person.user(), own.agency(), standing).signOn(person.ring(), unit));
    }

    static Instant end(Instant from, int days) {
        return from.plus(days, ChronoUnit.DAYS);
    }

    /// What the unit said last; a unit that never named an end does it now.
    private Instant unitEnd(Instant from) {
        return own.expires().orElseGet(() -> end(from, UNIT_DAYS));
    }

    /// With the end of every certificate of that person but the one in use.
    AgencyCertificates endAllBut(String user, SigningKey signer) {
        var inUse = OpenPgp.fingerprint(OpenPgp.certificate(signer.ring()));
        var result = own;
        for (var person : own.everyCertificateOf(user)) {
            if (person.fingerprint().equals(inUse) || person.roles().isEmpty()) continue;
            var standing = new Standing(
                    end(inUse),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    person.latest().actKey(),
                    "another one is in its place");
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
