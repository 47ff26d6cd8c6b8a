package fourfold.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One frame that has been read and verified.
///
/// @param at its first byte in the segment's file
/// @param length all its bytes
/// @param batch what was written together with one force: an act, or several audit events
/// @param body the canonical JSON; of an erased entry the fixed fields that [Tombstone] reads
/// @param chain the chain value after it
record Frame(long at, int length, long position, Kind kind, UUID batch, byte[] body, byte[] chain) {

    static final int POSITION = 4;
    static final int PREVIOUS = 12;
    static final int SEALED = 44;
    static final int NONCE = 12;
    static final int TAG = 16;
    static final int HASH = 32;

    /// What stands before the body inside the ciphertext: the kind and the batch.
    static final int PREFIX = 1 + 16;

    /// The shortest frame there can be: one without a body.
    static final int SHORTEST = SEALED + NONCE + PREFIX + TAG;

    /// The longest frame that is written or believed.
    static final int LONGEST = 16 << 20;

    /// In the length field of a frame whose ciphertext has been erased.
    static final int ERASED = 1 << 31;

    /// What a frame holds.
    enum Kind {
        ENTRY('E'),
        ACT_END('Z'),
        AUDIT('A'),
        TOMBSTONE('T');

        private final byte code;

        Kind(char code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }

        /// Nothing for a code that this version does not know; a new kind takes a new format version.
        static @Nullable Kind of(byte code) {
            for (var kind : values()) if (kind.code == code) return kind;
            return null;
        }
    }

    static int length(int body) {
        return SHORTEST + body;
    }
}
