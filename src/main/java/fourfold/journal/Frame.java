package fourfold.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One frame that has been read and verified.
///
/// @param at its first byte in the segment's file
/// @param length all its bytes
/// @param label what it is and what it belongs to
/// @param body the canonical JSON; of an erased entry the fixed fields that [Tombstone] reads
/// @param chain the chain value after it
record Frame(long at, int length, long position, Label label, byte[] body, byte[] chain) {

    static final int POSITION = 4;
    static final int PREVIOUS = 12;
    static final int SEALED = 44;
    static final int NONCE = 12;
    static final int TAG = 16;
    static final int HASH = 32;

    /// The shortest frame there can be: one without a body, and with the shorter label.
    static final int SHORTEST = SEALED + NONCE + Label.SHORTER + TAG;

    /// The longest frame that is written or believed.
    static final int LONGEST = 16 << 20;

    /// In the length field of a frame whose ciphertext has been erased.
    static final int ERASED = 1 << 31;

    Kind kind() {
        return label.kind();
    }

    UUID batch() {
        return label.batch();
    }

    UUID act() {
        return label.act();
    }

    /// Whether it belongs to a taking-in.
    boolean isTaken() {
        return switch (kind()) {
            case TAKEN_ENTRY, TAKEN_TOMBSTONE, WITHHELD, TAKEN_END, TAKEN_IN -> true;
            case ENTRY, TOMBSTONE, ACT_END, AUDIT -> false;
        };
    }

    /// What a frame holds. What was taken in has small letters, but for the end of all of it.
    enum Kind {
        ENTRY('E', false),
        TOMBSTONE('T', true),
        ACT_END('Z', false),
        AUDIT('A', false),
        TAKEN_ENTRY('e', true),
        TAKEN_TOMBSTONE('t', true),
        WITHHELD('w', true),
        TAKEN_END('z', true),
        TAKEN_IN('I', false);

        private final byte code;
        private final boolean namesAct;

        Kind(char code, boolean namesAct) {
            this.code = (byte) code;
            this.namesAct = namesAct;
        }

        /// Whether its label has the act's identity beside the batch's.
        boolean namesAct() {
            return namesAct;
        }

        boolean isTombstone() {
            return this == TOMBSTONE || this == TAKEN_TOMBSTONE;
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

    static int length(Label label, int body) {
        return SEALED + NONCE + label.length() + TAG + body;
    }
}
