package fourfold.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Seals and opens the frames of one segment, and computes the chain. For one thread.
///
/// Nonces are drawn at random, since the positions of an act that was cut away are used again.
final class FrameCipher {

    private static final int NONCES_AT_ONCE = 256;
    private static final int TAG_BITS = 8 * Frame.TAG;

    /// What an erased frame holds: the hash of what was there, and the sealed tombstone.
    private static final int TOMBSTONE_SEALED = Frame.NONCE + Label.LONGER + Tombstone.BODY + Frame.TAG;

    private final SecretKeySpec key;
    private final Cipher cipher;
    private final MessageDigest sha;
    private final SecureRandom random = new SecureRandom();
    private final byte[] nonces = new byte[Frame.NONCE * NONCES_AT_ONCE];
    private int nextNonce = nonces.length;

    /// @param bytes the segment's key, which is wiped
    FrameCipher(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
        Arrays.fill(bytes, (byte) 0);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
            sha = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has AES-GCM and SHA-256", missing);
        }
    }

    /// Writes one frame into an array that has room for it.
    ///
    /// @return the chain value after it
    byte[] seal(byte[] out, int at, long position, byte[] previous, Label label, byte[] body) {
        int length = Frame.length(label, body.length);
        clear(out, at, length, position, previous);
        try {
            int sealed = at + Frame.SEALED;
            start(Cipher.ENCRYPT_MODE, drawNonce(out, sealed), sealed);
            cipher.updateAAD(out, at + Frame.POSITION, Frame.SEALED - Frame.POSITION);
            var prefix = label.bytes();
            int written = sealed + Frame.NONCE;
            written += cipher.update(prefix, 0, prefix.length, out, written);
            cipher.doFinal(body, 0, body.length, out, written);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a frame could not be sealed", impossible);
        }
        return chainAfter(out, at, length);
    }

    /// Writes what a frame becomes when its content is erased. It keeps its length, and the hash of its ciphertext, so
    /// that the chain still verifies.
    byte[] erase(byte[] frame, Label label, Tombstone tombstone) {
        var out = new byte[frame.length];
        System.arraycopy(frame, 0, out, 0, Frame.SEALED);
        ByteBuffer.wrap(out).putInt(0, frame.length | Frame.ERASED);
        System.arraycopy(hash(frame, 0, frame.length), 0, out, Frame.SEALED, Frame.HASH);
        var plain = ByteBuffer.allocate(Label.LONGER + Tombstone.BODY)
                .put(label.erased().bytes())
                .put(tombstone.body())
                .array();
        var aad = Arrays.copyOfRange(out, Frame.POSITION, Frame.SEALED + Frame.HASH);
        var sealed = seal(aad, plain);
        System.arraycopy(sealed, 0, out, Frame.SEALED + Frame.HASH, sealed.length);
        return out;
    }

    /// Reads one frame that lies whole in the array.
    ///
    /// @param fileAt where it begins in the file
    /// @return nothing when it does not verify
    @Nullable Frame open(byte[] in, int at, int length, long fileAt) {
        var bytes = ByteBuffer.wrap(in);
        boolean erased = bytes.getInt(at) < 0;
        int aadEnd = at + Frame.SEALED + (erased ? Frame.HASH : 0);
        int end = erased ? aadEnd + TOMBSTONE_SEALED : at + length;
        if (end > at + length || !isZero(in, end, at + length)) return null;
        var plain = open(in, at + Frame.POSITION, aadEnd, end);
        var label = plain == null ? null : Label.read(plain);
        if (plain == null || label == null || erased != label.kind().isTombstone()) return null;
        return new Frame(
                fileAt,
                length,
                bytes.getLong(at + Frame.POSITION),
                label,
                Arrays.copyOfRange(plain, label.length(), plain.length),
                chainAfter(in, at, length));
    }

    /// The chain value after a frame: SHA-256 of the value before, the position, and the hash of what is sealed.
    byte[] chainAfter(byte[] in, int at, int length) {
        var hash = hash(in, at, length);
        sha.update(in, at + Frame.PREVIOUS, Frame.HASH);
        sha.update(in, at + Frame.POSITION, Frame.PREVIOUS - Frame.POSITION);
        return sha.digest(hash);
    }

    private byte[] hash(byte[] in, int at, int length) {
        if (in[at] < 0) return Arrays.copyOfRange(in, at + Frame.SEALED, at + Frame.SEALED + Frame.HASH);
        sha.update(in, at + Frame.SEALED, length - Frame.SEALED);
        return sha.digest();
    }

    byte[] sha256(byte[] bytes) {
        return sha.digest(bytes);
    }

    /// A nonce, and those bytes sealed with it.
    byte[] seal(byte[] aad, byte[] plain) {
        var out = new byte[Frame.NONCE + plain.length + Frame.TAG];
        try {
            start(Cipher.ENCRYPT_MODE, drawNonce(out, 0), 0);
            cipher.updateAAD(aad);
            cipher.doFinal(plain, 0, plain.length, out, Frame.NONCE);
            return out;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a frame could not be sealed", impossible);
        }
    }

    /// Opens what stands after its authenticated clear bytes in one array: a nonce and the ciphertext.
    byte @Nullable [] open(byte[] in, int aadAt, int aadEnd, int end) {
        try {
            start(Cipher.DECRYPT_MODE, in, aadEnd);
            cipher.updateAAD(in, aadAt, aadEnd - aadAt);
            return cipher.doFinal(in, aadEnd + Frame.NONCE, end - aadEnd - Frame.NONCE);
        } catch (AEADBadTagException notOurs) {
            return null;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a frame could not be opened", impossible);
        }
    }

    private void start(int mode, byte[] nonceIn, int at) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonceIn, at, Frame.NONCE));
    }

    private byte[] drawNonce(byte[] out, int at) {
        if (nextNonce == nonces.length) {
            random.nextBytes(nonces);
            nextNonce = 0;
        }
        System.arraycopy(nonces, nextNonce, out, at, Frame.NONCE);
        nextNonce += Frame.NONCE;
        return out;
    }

    /// Behind a tombstone nothing may be left of what it stands for.
    private static boolean isZero(byte[] in, int from, int to) {
        for (int i = from; i < to; i++) if (in[i] != 0) return false;
        return true;
    }

    private static void clear(byte[] out, int at, int length, long position, byte[] previous) {
        ByteBuffer.wrap(out).putInt(at, length).putLong(at + Frame.POSITION, position);
        System.arraycopy(previous, 0, out, at + Frame.PREVIOUS, Frame.HASH);
    }
}
