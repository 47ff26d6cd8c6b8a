package fourfold.journal;

import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal.Spot;
import fourfold.core.sync.JournalFault;
import fourfold.journal.Frame.Kind;
import fourfold.vault.Disk.Access;
import fourfold.vault.Disk.OpenFile;
import fourfold.vault.StrictJson;
import fourfold.vault.Unreadable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Replaces the ciphertext of an entry by a tombstone, in place. What is going to be written stands in the file `erasing`
/// first, so that a loss of power half way leaves nothing damaged: the next start writes it again.
final class Erasure {

    private static final int PLACE = Integer.BYTES + Long.BYTES;

    private final JournalFolder folder;

    Erasure(JournalFolder folder) {
        this.folder = folder;
    }

    /// Erases one entry; nothing happens when it was erased before.
    ///
    /// @throws JournalFault when the frame there is damaged or no entry
    void erase(Spot spot) throws IOException {
        var bytes = frame(spot);
        var cipher = folder.cipher(spot.segment());
        var frame = cipher.open(bytes, 0, bytes.length, spot.offset());
        if (frame == null) throw Faults.damaged(spot.segment(), spot.offset(), spot.position());
        if (frame.kind().isTombstone()) return;
        if (frame.kind() != Kind.ENTRY && frame.kind() != Kind.TAKEN_ENTRY)
            throw new IllegalArgumentException("only an entry can be erased");
        var entry = entry(frame, spot);
        var gone = cipher.erase(bytes, frame.label(), new Tombstone(entry.id(), cipher.sha256(frame.body())));
        folder.disk().replace(folder.erasing(), intention(spot, gone));
        finish();
    }

    /// Does what the intention says, where there is one.
    void finish() throws IOException {
        var disk = folder.disk();
        if (!disk.exists(folder.erasing())) return;
        var intention = ByteBuffer.wrap(disk.read(folder.erasing(), PLACE + Frame.LONGEST));
        int segment = intention.getInt();
        long offset = intention.getLong();
        var gone = Arrays.copyOfRange(intention.array(), PLACE, intention.capacity());
        try (var file = folder.open(segment, Access.WRITE)) {
            requireSame(file, segment, offset, gone);
            file.write(offset, ByteBuffer.wrap(gone));
            file.force();
        }
        disk.delete(folder.erasing());
        disk.forceFolder(folder.path());
    }

    /// An intention that was tampered with must not overwrite anything.
    private void requireSame(OpenFile file, int segment, long offset, byte[] gone) throws IOException {
        var frame = folder.cipher(segment).open(gone, 0, gone.length, offset);
        boolean fits = frame != null
                && frame.kind().isTombstone()
                && offset + gone.length <= file.size()
                && Arrays.equals(
                        file.read(offset + Frame.POSITION, Frame.SEALED - Frame.POSITION),
                        Arrays.copyOfRange(gone, Frame.POSITION, Frame.SEALED));
        if (!fits) throw Faults.header(segment, "does not fit the erasure that was begun");
    }

    private byte[] frame(Spot spot) throws IOException {
        try (var file = folder.open(spot.segment(), Access.READ)) {
            return frame(file, spot);
        }
    }

    private static byte[] intention(Spot spot, byte[] gone) {
        return ByteBuffer.allocate(PLACE + gone.length)
                .putInt(spot.segment())
                .putLong(spot.offset())
                .put(gone)
                .array();
    }

    /// The bytes of the frame at a spot of its segment.
    static byte[] frame(OpenFile file, Spot spot) throws IOException {
        long size = file.size();
        if (spot.offset() + Frame.SHORTEST > size) throw Faults.damaged(spot.segment(), spot.offset(), spot.position());
        var clear = ByteBuffer.wrap(file.read(spot.offset(), Frame.PREVIOUS));
        int length = clear.getInt(0) & ~Frame.ERASED;
        boolean plausible = length >= Frame.SHORTEST
                && spot.offset() + length <= size
                && clear.getLong(Frame.POSITION) == spot.position();
        if (!plausible) throw Faults.damaged(spot.segment(), spot.offset(), spot.position());
        return file.read(spot.offset(), length);
    }

    /// The entry that a frame holds.
    static Entry entry(Frame frame, Spot spot) {
        try {
            return Entry.of(StrictJson.read(frame.body()));
        } catch (Unreadable | IllegalArgumentException broken) {
            throw Faults.damaged(spot.segment(), spot.offset(), spot.position());
        }
    }
}
