package fourfold.core.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// What one person did at once: a save, a decision, a load of many rows. Its entries become durable together or not at
/// all, and share one signature of that person.
///
/// @param id drawn at random
/// @param signature Ed25519 (RFC 8032) by the author's act key over [#signed]
public record Act(UUID id, List<Entry> entries, byte[] signature) {

    /// What the signature of an act begins with, so that the key can sign nothing else that means something.
    private static final byte[] DOMAIN = "fourfold-act-v1\0".getBytes(StandardCharsets.US_ASCII);

    public Act {
        entries = List.copyOf(entries);
        signature = signature.clone();
    }

    /// The bytes that are signed: `fourfold-act-v1`, a zero byte, and the entries' digests in order.
    public static byte[] signed(List<byte[]> digests) {
        var bytes = ByteBuffer.allocate(DOMAIN.length + 32 * digests.size()).put(DOMAIN);
        digests.forEach(bytes::put);
        return bytes.array();
    }
}
