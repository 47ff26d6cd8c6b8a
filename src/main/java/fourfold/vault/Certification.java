package fourfold.vault;

import fourfold.core.access.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.pgpainless.key.protection.UnlockSecretKey;

/// A unit's signature on a person's certificate: an OpenPGP certification of the user id (RFC 4880, section 5.2.1, type
/// 0x13; type 0x30 when the person leaves) with these notations in its hashed part:
///
/// | notation | value |
/// |---|---|
/// | `user@fourfold` | the collar number |
/// | `agency@fourfold` | the agency |
/// | `role@fourfold` | roles, with commas between |
/// | `act-key@fourfold` | the Ed25519 key of the person's acts, 64 hexadecimal digits |
/// | `from@fourfold` | when it begins, in milliseconds since 1970 |
/// | `until@fourfold` | when it ends by itself, likewise; left out where no end was named |
/// | `unit-until@fourfold` | when the unit's own certificate ends, likewise |
/// | `reason@fourfold` | why it was revoked; left out where no reason was named |
///
/// @param user the collar number in capitals
record Certification(String user, String agency, Standing standing) {

    private static final int CERTIFIES = PGPSignature.POSITIVE_CERTIFICATION;
    private static final int ENDS = PGPSignature.CERTIFICATION_REVOCATION;
    private static final Set<Integer> STRONG =
            Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);
    private static final int ACT_KEY = 32;

    /// The certificate with this certification on its user id.
    PGPPublicKeyRing signOn(PGPPublicKeyRing certificate, PGPSecretKeyRing unit) {
        var person = certificate.getPublicKey();
        var label = person.getUserIDs().next();
        try {
            var secret = UnlockSecretKey.unlockSecretKey(unit.getSecretKey(), OpenPgp.unprotected());
            var generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.EDDSA_LEGACY, HashAlgorithmTags.SHA512),
                    unit.getPublicKey());
            generator.init(standing.roles().isEmpty() ? ENDS : CERTIFIES, secret);
            generator.setHashedSubpackets(notations(unit.getPublicKey()).generate());
            var signature = generator.generateCertification(label, person);
            return PGPPublicKeyRing.insertPublicKey(
                    certificate, PGPPublicKey.addCertification(person, label, signature));
        } catch (PGPException fault) {
            throw new IllegalStateException("a certificate cannot be certified", fault);
        }
    }

    private PGPSignatureSubpacketGenerator notations(PGPPublicKey unit) {
        var parts = new PGPSignatureSubpacketGenerator();
        parts.setIssuerFingerprint(false, unit);
        parts.setSignatureCreationTime(false, new Date());
        parts.addNotationData(false, true, "user@fourfold", user);
        parts.addNotationData(false, true, "agency@fourfold", agency);
        var roles = standing.roles().stream().map(Role::name).collect(Collectors.joining(","));
        parts.addNotationData(false, true, "role@fourfold", roles);
        parts.addNotationData(false, true, "act-key@fourfold", HexFormat.of().formatHex(standing.actKey()));
        parts.addNotationData(false, true, "from@fourfold", millis(standing.from()));
        standing.until().ifPresent(end -> parts.addNotationData(false, true, "until@fourfold", millis(end)));
        standing.unitUntil().ifPresent(end -> parts.addNotationData(false, true, "unit-until@fourfold", millis(end)));
        if (!standing.reason().isEmpty()) parts.addNotationData(false, true, "reason@fourfold", standing.reason());
        return parts;
    }

    private static String millis(Instant moment) {
        return Long.toString(moment.toEpochMilli());
    }

    /// The certification that a signature on a certificate is, if the unit made it.
    static Optional<Certification> of(PGPSignature signature, String label, PGPPublicKey person, PGPPublicKey unit) {
        boolean ours = signature.getKeyID() == unit.getKeyID()
                && (signature.getSignatureType() == CERTIFIES || signature.getSignatureType() == ENDS)
                && STRONG.contains(signature.getHashAlgorithm());
        if (!ours) return Optional.empty();
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), unit);
            if (!signature.verifyCertification(label, person)) return Optional.empty();
            boolean ends = signature.getSignatureType() == ENDS;
            var key = HexFormat.of().parseHex(notation(signature, "act-key@fourfold"));
            if (key.length != ACT_KEY) return Optional.empty();
            var from = Instant.ofEpochMilli(Long.parseLong(notation(signature, "from@fourfold")));
            Set<Role> roles = ends ? Set.of() : roles(notation(signature, "role@fourfold"));
            return Optional.of(new Certification(
                    notation(signature, "user@fourfold"),
                    notation(signature, "agency@fourfold"),
                    new Standing(
                            from,
                            moment(signature, "until@fourfold"),
                            moment(signature, "unit-until@fourfold"),
                            roles,
                            key,
                            any(signature, "reason@fourfold").orElse(""))));
        } catch (PGPException | RuntimeException unusable) {
            // a signature that cannot be read vouches for nothing
            return Optional.empty();
        }
    }

    private static String notation(PGPSignature signature, String name) {
        return any(signature, name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    private static Optional<Instant> moment(PGPSignature signature, String name) {
        return any(signature, name).map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    private static Optional<String> any(PGPSignature signature, String name) {
        var found = Arrays.stream(signature.getHashedSubPackets().getNotationDataOccurrences(name))
                .map(n -> n.getNotationValue())
                .toList();
        if (found.size() > 1) throw new IllegalArgumentException("more than one " + name);
        return found.stream().findFirst();
    }

    private static Set<Role> roles(String names) {
        var roles = EnumSet.noneOf(Role.class);
        for (var name : names.split(",")) {
            // a role that a newer version knows gives no rights here
            Arrays.stream(Role.values()).filter(r -> r.name().equals(name)).forEach(roles::add);
        }
        return roles;
    }
}
