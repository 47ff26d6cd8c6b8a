package fourfold.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// What a slot protects: the vault's key, the seed of the key that signs acts, and an OpenPGP secret key. In a recovery
/// slot the OpenPGP key is the unit's, so that who recovers can be certified anew, and the seed is zero.
record SlotSecrets(byte[] vaultKey, byte[] actSeed, byte[] openPgp) implements AutoCloseable {

    private static final byte FORM = 1;
    private static final int KEY = 32;

    static SlotSecrets read(byte[] bytes) {
        if (bytes.length < 1 + 2 * KEY || bytes[0] != FORM) throw new Unreadable("a slot with other secrets");
        return new SlotSecrets(
                Arrays.copyOfRange(bytes, 1, 1 + KEY),
                Arrays.copyOfRange(bytes, 1 + KEY, 1 + 2 * KEY),
                Arrays.copyOfRange(bytes, 1 + 2 * KEY, bytes.length));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(1 + 2 * KEY + openPgp.length)
                .put(FORM)
                .put(vaultKey)
                .put(actSeed)
                .put(openPgp)
                .array();
    }

    @Override
    public void close() {
        Arrays.fill(vaultKey, (byte) 0);
        Arrays.fill(actSeed, (byte) 0);
        Arrays.fill(openPgp, (byte) 0);
    }
}
