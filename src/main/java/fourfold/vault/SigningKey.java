package fourfold.vault;

import fourfold.core.sync.Act;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.openpgp.PGPSecretKeyRing;

/// What a person signs with: an OpenPGP key for packages, and an Ed25519 key that signs acts and nothing else. Both lie
/// under the person's passphrase, not under the vault's key, so that colleagues cannot sign as each other.
public final class SigningKey implements AutoCloseable {

    private static final int SEED = 32;
    private static final int DIGEST = 32;

    private final byte[] actSeed;
    private final byte[] actKey;
    private final PGPSecretKeyRing ring;
    private boolean closed;

    private SigningKey(byte[] actSeed, PGPSecretKeyRing ring) {
        this.actSeed = actSeed;
        this.actKey = new Ed25519PrivateKeyParameters(actSeed).generatePublicKey().getEncoded();
        this.ring = ring;
    }

    /// New keys for the person with that label.
    static SigningKey draw(String label) {
        return new SigningKey(Aes.random(SEED), OpenPgp.drawPerson(label));
    }

    static SigningKey of(byte[] actSeed, byte[] openPgp) {
        return new SigningKey(actSeed.clone(), OpenPgp.secretKeys(openPgp));
    }

    /// Signs an act with these digests of its entries, in order: Ed25519 (RFC 8032), 64 bytes.
    public synchronized byte[] signAct(List<byte[]> digests) {
        if (closed) throw new IllegalStateException("the vault is locked");
        if (digests.stream().anyMatch(digest -> digest.length != DIGEST)) {
            throw new IllegalArgumentException("a digest has 32 bytes");
        }
        var signed = Act.signed(digests);
        var signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(actSeed));
        signer.update(signed, 0, signed.length);
        return signer.generateSignature();
    }

    /// The public key that verifies acts, 32 bytes.
    public byte[] actKey() {
        return actKey.clone();
    }

    synchronized byte[] actSeed() {
        if (closed) throw new IllegalStateException("the vault is locked");
        return actSeed.clone();
    }

    synchronized PGPSecretKeyRing ring() {
        if (closed) throw new IllegalStateException("the vault is locked");
        return ring;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(actSeed, (byte) 0);
    }
}
