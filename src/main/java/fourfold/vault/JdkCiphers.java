package fourfold.vault;

import java.io.InputStream;
import java.security.KeyPair;
import java.util.Date;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.KeyFingerPrintCalculator;
import org.bouncycastle.openpgp.operator.PBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.PBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.PGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.PGPDataDecryptor;
import org.bouncycastle.openpgp.operator.PGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.PGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.PublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.PublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.SessionKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JceSessionKeyDataDecryptorFactoryBuilder;
import org.pgpainless.algorithm.HashAlgorithm;
import org.pgpainless.algorithm.PublicKeyAlgorithm;
import org.pgpainless.algorithm.SymmetricKeyAlgorithm;
import org.pgpainless.implementation.BcImplementationFactory;
import org.pgpainless.implementation.ImplementationFactory;
import org.pgpainless.util.Passphrase;

/// Where OpenPGP's ciphers come from: the content of a message is encrypted and decrypted by the JDK's AES, the one that
/// the journal uses, which has the processor's instructions and takes a quarter of the time; everything else, keys and
/// signatures first of all, is Bouncy Castle's, as without this class.
final class JdkCiphers extends ImplementationFactory {

    private final ImplementationFactory rest = new BcImplementationFactory();

    @Override
    public PGPDataEncryptorBuilder getPGPDataEncryptorBuilder(int algorithm) {
        return new JcePGPDataEncryptorBuilder(algorithm);
    }

    @Override
    public SessionKeyDataDecryptorFactory getSessionKeyDataDecryptorFactory(PGPSessionKey key) {
        return new JceSessionKeyDataDecryptorFactoryBuilder().build(key);
    }

    @Override
    public PublicKeyDataDecryptorFactory getPublicKeyDataDecryptorFactory(PGPPrivateKey key) {
        return new BcPublicKeyDataDecryptorFactory(pair(key)) {
            @Override
            public PGPDataDecryptor createDataDecryptor(boolean integrity, int algorithm, byte[] session)
                    throws PGPException {
                return getSessionKeyDataDecryptorFactory(new PGPSessionKey(algorithm, session))
                        .createDataDecryptor(integrity, algorithm, session);
            }
        };
    }

    private PGPKeyPair pair(PGPPrivateKey key) {
        try {
            return new PGPKeyPair(new PGPPublicKey(key.getPublicKeyPacket(), getKeyFingerprintCalculator()), key);
        } catch (PGPException unreadable) {
            throw new IllegalStateException("a key that was read has no fingerprint", unreadable);
        }
    }

    @Override
    public PGPDigestCalculatorProvider getPgpDigestCalculatorProvider() {
        return rest.getPgpDigestCalculatorProvider();
    }

    @Override
    public PGPContentVerifierBuilderProvider getPgpContentVerifierBuilderProvider() {
        return rest.getPgpContentVerifierBuilderProvider();
    }

    @Override
    public KeyFingerPrintCalculator getKeyFingerprintCalculator() {
        return rest.getKeyFingerprintCalculator();
    }

    @Override
    public PBESecretKeyEncryptor getPBESecretKeyEncryptor(
            SymmetricKeyAlgorithm algorithm, PGPDigestCalculator digest, Passphrase passphrase) throws PGPException {
        return rest.getPBESecretKeyEncryptor(algorithm, digest, passphrase);
    }

    @Override
    public PBESecretKeyEncryptor getPBESecretKeyEncryptor(
            SymmetricKeyAlgorithm algorithm, HashAlgorithm hash, int count, Passphrase passphrase) throws PGPException {
        return rest.getPBESecretKeyEncryptor(algorithm, hash, count, passphrase);
    }

    @Override
    public PBESecretKeyDecryptor getPBESecretKeyDecryptor(Passphrase passphrase) throws PGPException {
        return rest.getPBESecretKeyDecryptor(passphrase);
    }

    @Override
    public PGPContentSignerBuilder getPGPContentSignerBuilder(int key, int hash) {
        return rest.getPGPContentSignerBuilder(key, hash);
    }

    @Override
    public PBEDataDecryptorFactory getPBEDataDecryptorFactory(Passphrase passphrase) throws PGPException {
        return rest.getPBEDataDecryptorFactory(passphrase);
    }

    @Override
    public PublicKeyKeyEncryptionMethodGenerator getPublicKeyKeyEncryptionMethodGenerator(PGPPublicKey key) {
        return rest.getPublicKeyKeyEncryptionMethodGenerator(key);
    }

    @Override
    public PBEKeyEncryptionMethodGenerator getPBEKeyEncryptionMethodGenerator(Passphrase passphrase) {
        return rest.getPBEKeyEncryptionMethodGenerator(passphrase);
    }

    @Override
    public PGPKeyPair getPGPKeyPair(PublicKeyAlgorithm algorithm, KeyPair keys, Date created) throws PGPException {
        return rest.getPGPKeyPair(algorithm, keys, created);
    }

    @Override
    public PGPObjectFactory getPGPObjectFactory(InputStream in) {
        return rest.getPGPObjectFactory(in);
    }
}
