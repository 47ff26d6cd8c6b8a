package fourfold.journal;

import fourfold.journal.Frame.Kind;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands before the body of a frame inside its ciphertext.
///
/// @param batch what was written together with one force: an act, several audit events, or a taking-in
/// @param act the act that the frame belongs to; the batch where there is no other
record Label(Kind kind, UUID batch, UUID act) {

    /// Bytes of one that does not name an act beside its batch.
    static final int SHORTER = 1 + 16;

    /// Bytes of one that does.
    static final int LONGER = SHORTER + 16;

    /// Of a frame that belongs to its batch alone.
    static Label of(Kind kind, UUID batch) {
        return new Label(kind, batch, batch);
    }

    /// Of what is left when the frame with this label is erased.
    Label erased() {
        return new Label(kind == Kind.TAKEN_ENTRY ? Kind.TAKEN_TOMBSTONE : Kind.TOMBSTONE, batch, act);
    }

    int length() {
        return kind.namesAct() ? LONGER : SHORTER;
    }

    byte[] bytes() {
        var bytes = ByteBuffer.allocate(length()).put(kind.code());
        put(bytes, batch);
        if (kind.namesAct()) put(bytes, act);
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    /// The label before a body; nothing where there is none that this version knows.
    static @Nullable Label read(byte[] plain) {
        if (plain.length < SHORTER) return null;
        var bytes = ByteBuffer.wrap(plain);
        var kind = Kind.of(bytes.get());
        if (kind == null) return null;
        var batch = new UUID(bytes.getLong(), bytes.getLong());
        if (!kind.namesAct()) return of(kind, batch);
        return plain.length < LONGER ? null : new Label(kind, batch, new UUID(bytes.getLong(), bytes.getLong()));
    }
}
