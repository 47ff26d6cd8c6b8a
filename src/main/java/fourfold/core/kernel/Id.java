package fourfold.core.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/// The identity of one record of one kind. It is made offline and never used again.
///
/// @param <K> the kind, so that a plan's identity cannot be passed for a threat's
public record Id<K>(UUID value) {

    /// The namespace of every identity that follows from a reference (RFC 9562, section 6.6).
    private static final UUID NAMESPACE = UUID.fromString("6b7f4c7e-8f0e-4f0a-9d58-2f4d4a1c9e10");

    /// The identity that every vault gives the record of that kind and reference: a name-based UUID of version 5, so
    /// that two vaults that load the same extract hold one record each. Case and outer spaces of the reference do not
    /// matter.
    public static <K> Id<K> named(String kind, String reference) {
        var name = kind + "\u0000" + reference.strip().toUpperCase(Locale.ROOT);
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & ~0xF000L) | 0x5000L;
            long low = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
            return new Id<>(new UUID(high, low));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-1", missing);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
