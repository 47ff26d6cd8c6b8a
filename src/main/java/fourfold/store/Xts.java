package fourfold.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// AES-256 in XTS mode (IEEE Std 1619-2018; NIST SP 800-38E) over whole sectors, with the number of the sector as its tweak. The
/// runtime does AES for many blocks at once, which processors do in hardware; only the mode around it is ours. For one thread at
/// a time.
///
/// What it promises: nobody without the keys reads a sector, and what a change does stays within sixteen bytes. What it
/// does not: that a change, or an older sector put back, is noticed.
final class Xts {

    /// The bytes of a sector.
    static final int SECTOR = 4096;

    /// The bytes of each of the two keys.
    static final int KEY = 32;

    private static final int BLOCK = 16;
    /// The reduction of the field of 2^128 elements: x^128 = x^7 + x^2 + x + 1.
    private static final long REDUCTION = 0x87;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Cipher encryption;
    private final Cipher decryption;
    private final Cipher tweaking;
    private final int sector;
    private byte[] masks = new byte[0];
    private byte[] between = new byte[0];

    /// @param data the key for what is stored
    /// @param tweak the key for the numbers of sectors: another one
    Xts(byte[] data, byte[] tweak) {
        this(data, tweak, SECTOR);
    }

    /// @param sector the bytes of a sector: a multiple of sixteen
    Xts(byte[] data, byte[] tweak, int sector) {
        // SP 800-38E takes over from FIPS 140-3 that equal halves are refused
        if (data.length != KEY || tweak.length != KEY || Arrays.equals(data, tweak))
            throw new IllegalArgumentException("XTS takes two different keys of 256 bits");
        this.sector = sector;
        encryption = aes(Cipher.ENCRYPT_MODE, data);
        decryption = aes(Cipher.DECRYPT_MODE, data);
        tweaking = aes(Cipher.ENCRYPT_MODE, tweak);
    }

    private static Cipher aes(int mode, byte[] key) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"));
            return cipher;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has AES", missing);
        }
    }

    /// Encrypts some sectors in their place.
    ///
    /// @param from where in the bytes they begin
    /// @param sectors how many
    /// @param first the number of the first of them
    void encrypt(byte[] bytes, int from, int sectors, long first) {
        apply(encryption, bytes, from, sectors, first);
    }

    /// Decrypts some sectors in their place.
    void decrypt(byte[] bytes, int from, int sectors, long first) {
        apply(decryption, bytes, from, sectors, first);
    }

    private void apply(Cipher cipher, byte[] bytes, int from, int sectors, long first) {
        int length = Math.multiplyExact(sectors, sector);
        if (masks.length < length) {
            masks = new byte[length];
            between = new byte[length];
        }
        mask(sectors, first);
        for (int at = 0; at < length; at += Long.BYTES)
            LONGS.set(between, at, (long) LONGS.get(bytes, from + at) ^ (long) LONGS.get(masks, at));
        blocks(cipher, between, length, bytes, from);
        for (int at = 0; at < length; at += Long.BYTES)
            LONGS.set(bytes, from + at, (long) LONGS.get(bytes, from + at) ^ (long) LONGS.get(masks, at));
    }

    /// For each block what stands around its encryption: the encrypted number of the sector, doubled block by block.
    private void mask(int sectors, long first) {
        int numbers = sectors * BLOCK;
        Arrays.fill(between, 0, numbers, (byte) 0);
        for (int i = 0; i < sectors; i++) LONGS.set(between, i * BLOCK, first + i);
        blocks(tweaking, between, numbers, masks, 0);
        // from the last sector to the first, since the encrypted numbers stand where the masks will
        for (int i = sectors - 1; i >= 0; i--) {
            long low = (long) LONGS.get(masks, i * BLOCK);
            long high = (long) LONGS.get(masks, i * BLOCK + Long.BYTES);
            int end = (i + 1) * sector;
            for (int at = i * sector; at < end; at += BLOCK) {
                LONGS.set(masks, at, low);
                LONGS.set(masks, at + Long.BYTES, high);
                long carry = high >> 63 & REDUCTION;
                high = high << 1 | low >>> 63;
                low = low << 1 ^ carry;
            }
        }
    }

    private static void blocks(Cipher cipher, byte[] from, int length, byte[] to, int at) {
        try {
            int done = cipher.update(from, 0, length, to, at);
            if (done != length) throw new IllegalStateException("AES kept " + (length - done) + " bytes back");
        } catch (GeneralSecurityException tooShort) {
            throw new IllegalStateException("the blocks do not fit", tooShort);
        }
    }

    /// Overwrites what is left of the work in memory. The keys within the runtime's AES it cannot reach.
    void wipe() {
        Arrays.fill(masks, (byte) 0);
        Arrays.fill(between, (byte) 0);
    }
}
