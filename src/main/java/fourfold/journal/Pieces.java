package fourfold.journal;

import fourfold.vault.Disk.OpenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Reads all frames that verify, over places that do not: each frame carries the chain value before it, so that it can
/// be opened although its neighbour is lost.
final class Pieces {

    private static final int WINDOW = 1 << 20;

    /// A position further on than this is no position but ciphertext.
    private static final long FARTHEST = 1L << 40;

    /// What is told, in the order of the file.
    interface Sink {
        void frame(Frame frame);

        /// A place where nothing verifies, or where the frames on both sides do not follow each other.
        ///
        /// @param from its first byte
        /// @param to the byte after it
        /// @param first the first position that is missing
        /// @param next the position of the frame after it, 0 where there is none
        void gap(long from, long to, long first, long next) throws IOException;
    }

    private final OpenFile file;
    private final FrameCipher cipher;
    private final long size;

    Pieces(OpenFile file, FrameCipher cipher, long size) {
        this.file = file;
        this.cipher = cipher;
        this.size = size;
    }

    /// Reads from there to the end.
    ///
    /// @param position of the frame before
    /// @param chain the value before
    void read(long from, long position, byte[] chain, Sink sink) throws IOException {
        var walk = new Walk(file, cipher, from, size, position, chain);
        while (true) {
            for (var frame = walk.next(); frame != null; frame = walk.next()) sink.frame(frame);
            if (!walk.isLeft()) return;
            long at = find(walk.at(), walk.position());
            long next = at < size ? number(at) : 0;
            sink.gap(walk.at(), at, walk.position() + 1, next);
            if (at == size) return;
            var before = file.read(at + Frame.PREVIOUS, Frame.HASH);
            walk = new Walk(file, cipher, at, size, next - 1, before);
        }
    }

    private long number(long at) throws IOException {
        return ByteBuffer.wrap(file.read(at + Frame.POSITION, Long.BYTES)).getLong();
    }

    /// The next place from there on at which a frame of a later position verifies; the end where there is none.
    long find(long from, long after) throws IOException {
        var window = new byte[WINDOW];
        for (long base = from; base + Frame.SHORTEST <= size; base += WINDOW - Frame.PREVIOUS) {
            int filled = fill(window, base);
            var bytes = ByteBuffer.wrap(window);
            for (int i = 0; i + Frame.PREVIOUS <= filled; i++) {
                long position = bytes.getLong(i + Frame.POSITION);
                boolean likely = position > after && position - after < FARTHEST;
                if (likely && verifies(base + i, bytes.getInt(i) & ~Frame.ERASED)) return base + i;
            }
        }
        return size;
    }

    private boolean verifies(long at, int length) throws IOException {
        if (length < Frame.SHORTEST || length > Frame.LONGEST || at + length > size) return false;
        return cipher.open(file.read(at, length), 0, length, at) != null;
    }

    private int fill(byte[] window, long base) throws IOException {
        int filled = 0;
        while (filled < window.length) {
            int read = file.read(base + filled, ByteBuffer.wrap(window, filled, window.length - filled));
            if (read < 0) break;
            filled += read;
        }
        return filled;
    }

    /// Whether a sector of that range is wholly zero, as where a write never reached the disk. What was forced is
    /// ciphertext and never looks like it.
    boolean hasHole(long from, long to) throws IOException {
        int sector = 512;
        for (long at = (from + sector - 1) / sector * sector; at + sector <= to; at += sector) {
            if (Arrays.equals(file.read(at, sector), new byte[sector])) return true;
        }
        return false;
    }
}
