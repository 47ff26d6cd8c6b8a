package fourfold.journal;

import fourfold.core.sync.EntryId;
import fourfold.core.sync.Replica;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// What is left of an erased entry.
///
/// @param digest the entry's digest, salted, so that it tells nothing and the act's signature still verifies
record Tombstone(EntryId entry, byte[] digest) {

    /// Bytes of the body: the replica, the entry's number, the digest.
    static final int BODY = 8 + 8 + 32;

    byte[] body() {
        return ByteBuffer.allocate(BODY)
                .put(HexFormat.of().parseHex(entry.replica().value()))
                .putLong(entry.seq())
                .put(digest)
                .array();
    }

    static Tombstone of(byte[] body) {
        var bytes = ByteBuffer.wrap(body);
        var replica = new byte[8];
        bytes.get(replica);
        long seq = bytes.getLong();
        var digest = new byte[32];
        bytes.get(digest);
        return new Tombstone(new EntryId(new Replica(HexFormat.of().formatHex(replica)), seq), digest);
    }
}
