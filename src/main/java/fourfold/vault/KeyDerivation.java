package fourfold.vault;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// From a passphrase to a key (Argon2id, RFC 9106), and from a key to its many purposes (HKDF with SHA-256, RFC 5869).
final class KeyDerivation {

    static final int KEY = 32;
    static final int SALT = 16;

    /// The JDK's own. Asked without it, Java makes every provider that there is, Bouncy Castle's four hundred services among
    /// them, to learn which others know the algorithm.
    private static final String PROVIDER = "SunJCE";

    private KeyDerivation() {}

    /// The key that a passphrase gives; the caller wipes it.
    ///
    /// @throws IllegalArgumentException when the cost is outside its limits, so that no caller can forget to look
    static byte[] derive(byte[] passphrase, byte[] salt, Cost cost) {
        if (!cost.isAllowed()) throw new IllegalArgumentException("cost of derivation outside its limits");
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        var key = new byte[KEY];
        generator.generateBytes(passphrase, key);
        return key;
    }

    /// The key for one purpose; the caller wipes it.
    static byte[] expand(byte[] key, byte[] salt, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(key)
                    .addSalt(salt)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY);
            return KDF.getInstance("HKDF-SHA256", PROVIDER).deriveData(parameters);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime lacks HKDF-SHA256", missing);
        }
    }

    /// HMAC with SHA-256 over these bytes.
    static byte[] mac(byte[] key, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", missing);
        }
    }
}
