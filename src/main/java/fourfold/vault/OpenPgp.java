package fourfold.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.gnupg.GnuPGDummyKeyUtil;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.KeyFlag;
import org.pgpainless.implementation.ImplementationFactory;
import org.pgpainless.key.generation.KeySpec;
import org.pgpainless.key.generation.type.KeyType;
import org.pgpainless.key.generation.type.eddsa_legacy.EdDSALegacyCurve;
import org.pgpainless.key.generation.type.xdh_legacy.XDHLegacySpec;
import org.pgpainless.key.protection.SecretKeyRingProtector;

/// The OpenPGP keys of this program: version 4, EdDSA legacy (algorithm 22) and ECDH over Curve25519 (18), which GnuPG
/// 2.2 reads; never 25 or 27, which it does not. Secret keys carry no passphrase of their own, since they only ever lie
/// inside a slot or a sealed file.
final class OpenPgp {

    static {
        ImplementationFactory.setFactoryImplementation(new JdkCiphers());
    }

    private OpenPgp() {}

    static SecretKeyRingProtector unprotected() {
        return SecretKeyRingProtector.unprotectedKeys();
    }

    /// A person's key: certify, and subkeys to sign and to decrypt.
    static PGPSecretKeyRing drawPerson(String label) {
        return PGPainless.buildKeyRing()
                .setPrimaryKey(KeySpec.getBuilder(KeyType.EDDSA_LEGACY(EdDSALegacyCurve._Ed25519), KeyFlag.CERTIFY_OTHER)
                        .build())
                .addSubkey(KeySpec.getBuilder(KeyType.EDDSA_LEGACY(EdDSALegacyCurve._Ed25519), KeyFlag.SIGN_DATA)
                        .build())
                .addSubkey(decryption())
                .addUserId(label)
                .setExpirationDate(null)
                .build();
    }

    /// A unit's key: certify, and a subkey to decrypt. Nothing is ever signed with it but its people's certificates.
    static PGPSecretKeyRing drawUnit(String label) {
        return PGPainless.buildKeyRing()
                .setPrimaryKey(KeySpec.getBuilder(KeyType.EDDSA_LEGACY(EdDSALegacyCurve._Ed25519), KeyFlag.CERTIFY_OTHER)
                        .build())
                .addSubkey(decryption())
                .addUserId(label)
                .setExpirationDate(null)
                .build();
    }

    private static KeySpec decryption() {
        return KeySpec.getBuilder(
                        KeyType.XDH_LEGACY(XDHLegacySpec._X25519), KeyFlag.ENCRYPT_COMMS, KeyFlag.ENCRYPT_STORAGE)
                .build();
    }

    /// The same ring without the secret part of its primary key: it decrypts and cannot certify.
    static PGPSecretKeyRing withoutPrimary(PGPSecretKeyRing ring) {
        long primary = ring.getPublicKey().getKeyID();
        return GnuPGDummyKeyUtil.modify(ring).removePrivateKeys(GnuPGDummyKeyUtil.KeyFilter.only(primary));
    }

    static PGPPublicKeyRing certificate(PGPSecretKeyRing ring) {
        return PGPainless.extractCertificate(ring);
    }

    static byte[] bytes(PGPSecretKeyRing ring) {
        try {
            return ring.getEncoded();
        } catch (IOException inMemory) {
            throw new IllegalStateException("a key cannot be encoded", inMemory);
        }
    }

    static PGPSecretKeyRing secretKeys(byte[] bytes) {
        try {
            var ring = PGPainless.readKeyRing().secretKeyRing(bytes);
            if (ring == null) throw new Unreadable("no secret key where one should be");
            return ring;
        } catch (IOException damaged) {
            throw new Unreadable("a secret key is damaged");
        }
    }

    /// One armoured file of all these certificates, which `gpg --import` takes.
    static byte[] armoured(List<PGPPublicKeyRing> certificates) {
        var bytes = new ByteArrayOutputStream();
        try (var armour = ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            for (var certificate : certificates) certificate.encode(armour);
        } catch (IOException inMemory) {
            throw new IllegalStateException("a certificate cannot be encoded", inMemory);
        }
        return bytes.toByteArray();
    }

    /// The certificates of a file, armoured or not.
    ///
    /// @throws Unreadable when there is none, or something else
    static List<PGPPublicKeyRing> certificates(byte[] bytes) {
        try {
            var found = new ArrayList<PGPPublicKeyRing>();
            PGPainless.readKeyRing().publicKeyRingCollection(new ByteArrayInputStream(bytes)).forEach(found::add);
            if (found.isEmpty()) throw new Unreadable("no OpenPGP certificate in it");
            return found;
        } catch (IOException | RuntimeException damaged) {
            // the libraries report damage in many ways; all of them mean the same here
            throw new Unreadable("not a file of OpenPGP certificates");
        }
    }

    /// Both in one: whatever signatures either has.
    static PGPPublicKeyRing joined(PGPPublicKeyRing one, PGPPublicKeyRing other) {
        try {
            return PGPPublicKeyRing.join(one, other);
        } catch (PGPException different) {
            throw new IllegalArgumentException("two different certificates", different);
        }
    }

    static String fingerprint(PGPPublicKeyRing certificate) {
        return HexFormat.of().formatHex(certificate.getPublicKey().getFingerprint()).toUpperCase(Locale.ROOT);
    }
}
