package fourfold.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.EncryptionPurpose;

/// A unit's certificate and those of its people, which it vouches for: what one agency hands to another, as one armoured
/// OpenPGP keyring that `gpg --import` takes too.
///
/// The unit's certificate is the one whose user id begins with `Fourfold unit `; the rest of it is the agency. A
/// certificate of a person that the unit has not certified is left out.
public final class AgencyCertificates {

    private static final String UNIT = "Fourfold unit ";

    private final PGPPublicKeyRing unit;
    private final String agency;
    private final List<PersonCertificate> people;

    private AgencyCertificates(PGPPublicKeyRing unit, String agency, List<PersonCertificate> people) {
        this.unit = unit;
        this.agency = agency;
        this.people = people;
    }

    static String unitLabel(String agency) {
        return UNIT + agency;
    }

    static AgencyCertificates of(PGPPublicKeyRing unit, Stream<PGPPublicKeyRing> others) {
        var agency = agencyOf(unit).orElseThrow(() -> new Unreadable("no certificate of a unit in it"));
        var people = others.flatMap(ring -> PersonCertificate.of(ring, unit).stream())
                .filter(person -> person.agency().equals(agency))
                .sorted(Comparator.comparing(PersonCertificate::user)
                        .thenComparing(p -> p.latest().from()))
                .toList();
        return new AgencyCertificates(unit, agency, people);
    }

    /// Reads a keyring, armoured or not.
    ///
    /// @throws Unreadable when it is damaged or has not exactly one unit's certificate
    public static AgencyCertificates read(byte[] keyring) {
        var rings = OpenPgp.certificates(keyring);
        var units = rings.stream().filter(ring -> agencyOf(ring).isPresent()).toList();
        if (units.size() != 1) throw new Unreadable("not exactly one certificate of a unit in it");
        try {
            return of(units.getFirst(), rings.stream().filter(ring -> ring != units.getFirst()));
        } catch (Unreadable wrong) {
            throw wrong;
        } catch (RuntimeException damaged) {
            // the libraries report damage in many ways; all of them mean the same here
            throw new Unreadable("a certificate in it is damaged");
        }
    }

    /// The labels of certificates in a keyring that its unit does not vouch for as its own agency's people.
    ///
    /// @throws Unreadable as [#read] does
    public static List<String> strangers(byte[] keyring) {
        var read = read(keyring);
        return OpenPgp.certificates(keyring).stream()
                .filter(ring -> !OpenPgp.fingerprint(ring).equals(read.fingerprint()))
                .filter(ring -> read.certificate(OpenPgp.fingerprint(ring)).isEmpty())
                .map(ring -> ring.getPublicKey().getUserIDs().next())
                .toList();
    }

    private static Optional<String> agencyOf(PGPPublicKeyRing ring) {
        return PGPainless.inspectKeyRing(ring).getValidUserIds().stream()
                .filter(id -> id.startsWith(UNIT))
                .map(id -> id.substring(UNIT.length()))
                .findFirst();
    }

    /// The agency.
    public String agency() {
        return agency;
    }

    /// The fingerprint of the unit's certificate, 40 hexadecimal digits in capitals: what two people compare before one
    /// trusts it.
    public String fingerprint() {
        return OpenPgp.fingerprint(unit);
    }

    /// Everybody the unit ever vouched for, by collar number. Somebody who was recovered has two certificates, the one in
    /// use last.
    public List<PersonCertificate> people() {
        return people;
    }

    /// The certificate now in use of the person with that collar number.
    public Optional<PersonCertificate> person(String user) {
        return people.stream().filter(p -> p.user().equals(Collar.capitals(user))).reduce((earlier, later) -> later);
    }

    /// All certificates that person ever had, oldest first: an act may have been signed by an earlier key.
    public List<PersonCertificate> everyCertificateOf(String user) {
        return people.stream().filter(p -> p.user().equals(Collar.capitals(user))).toList();
    }

    /// Until when the unit says that its own certificate is to be used; nothing where it never said so.
    public Optional<Instant> expires() {
        return people.stream()
                .flatMap(person -> person.history().stream())
                .flatMap(standing -> standing.unitUntil().stream())
                .max(Instant::compareTo);
    }

    /// Whether the unit's time is over at that moment.
    public boolean isExpired(Instant at) {
        return expires().filter(end -> !at.isBefore(end)).isPresent();
    }

    /// The certificate with that fingerprint.
    public Optional<PersonCertificate> certificate(String fingerprint) {
        return people.stream().filter(p -> p.fingerprint().equalsIgnoreCase(fingerprint)).findFirst();
    }

    /// The keyring as one armoured file.
    public byte[] armoured() {
        var rings = new ArrayList<PGPPublicKeyRing>();
        rings.add(unit);
        people.forEach(person -> rings.add(person.ring()));
        return OpenPgp.armoured(rings);
    }

    /// Whether the unit's certificate may be encrypted to at that time of this computer: bound, begun, not expired, not
    /// revoked.
    public boolean isUsable(Date at) {
        try {
            var info = PGPainless.inspectKeyRing(unit, at);
            return agencyOf(unit).isPresent()
                    && info.getRevocationState().isNotRevoked()
                    && info.isUsableForEncryption(EncryptionPurpose.ANY);
        } catch (NoSuchElementException nothingValidThen) {
            return false;
        }
    }

    /// These and whatever else another file of the same unit has: nothing said earlier is forgotten.
    ///
    /// @throws IllegalArgumentException when the units differ
    AgencyCertificates and(AgencyCertificates other) {
        var rings = new LinkedHashMap<String, PGPPublicKeyRing>();
        Stream.concat(people.stream(), other.people.stream())
                .map(PersonCertificate::ring)
                .forEach(ring -> rings.merge(OpenPgp.fingerprint(ring), ring, OpenPgp::joined));
        return of(OpenPgp.joined(unit, other.unit), rings.values().stream());
    }

    /// These with a certificate added, or in place of an earlier state of the same.
    AgencyCertificates with(PGPPublicKeyRing person) {
        var others = people.stream()
                .map(PersonCertificate::ring)
                .filter(ring -> !OpenPgp.fingerprint(ring).equals(OpenPgp.fingerprint(person)));
        return of(unit, Stream.concat(others, Stream.of(person)));
    }

    PGPPublicKeyRing unit() {
        return unit;
    }
}
