package fourfold.journal;

import fourfold.vault.Disk.OpenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the frames of a segment in order, each verified by its tag and against the chain, and stops at the first that
/// does not verify.
final class Walk {

    private static final int BUFFER = 1 << 20;

    private final OpenFile file;
    private final FrameCipher cipher;
    private final long to;
    private long position;
    private byte[] chain;
    private byte[] buffer;
    private int start;
    private int filled;
    private long at;

    /// @param from the first byte to read, where a frame begins
    /// @param to the byte after the last
    /// @param position of the frame before
    /// @param chain the value before
    Walk(OpenFile file, FrameCipher cipher, long from, long to, long position, byte[] chain) {
        this.file = file;
        this.cipher = cipher;
        this.at = from;
        this.to = to;
        this.position = position;
        this.chain = chain;
        buffer = new byte[Math.clamp(to - from, Frame.SHORTEST, BUFFER)];
    }

    /// A walk over one segment from its first frame on.
    static Walk over(OpenFile file, FrameCipher cipher, SegmentHeader header, long to) {
        return new Walk(file, cipher, header.length(), to, header.first() - 1, header.chain());
    }

    /// The byte after the last frame that was read.
    long at() {
        return at;
    }

    /// The position of the last frame that was read.
    long position() {
        return position;
    }

    /// The chain value after the last frame that was read.
    byte[] chain() {
        return chain;
    }

    /// Whether there are bytes left; after [#next()] gave nothing, that is damage.
    boolean isLeft() {
        return at < to;
    }

    /// The next frame; nothing at the end, and at a frame that does not verify.
    @Nullable Frame next() throws IOException {
        int length = whole();
        if (length == 0) return null;
        var frame = cipher.open(buffer, start, length, at);
        if (frame != null) advance(length, frame.chain());
        return frame;
    }

    /// Passes over one frame without opening it; only the chain is computed.
    ///
    /// @return false where [#next()] would give nothing
    boolean skip() throws IOException {
        int length = whole();
        if (length == 0) return false;
        advance(length, cipher.chainAfter(buffer, start, length));
        return true;
    }

    private void advance(int length, byte[] next) {
        at += length;
        start += length;
        position++;
        chain = next;
    }

    /// The length of the next frame, which then lies whole in the buffer; 0 where there is none that continues the chain.
    private int whole() throws IOException {
        if (!fill(Frame.SHORTEST)) return 0;
        var bytes = ByteBuffer.wrap(buffer);
        int length = bytes.getInt(start) & ~Frame.ERASED;
        boolean follows = length >= Frame.SHORTEST
                && length <= Frame.LONGEST
                && bytes.getLong(start + Frame.POSITION) == position + 1
                && Arrays.equals(
                        buffer, start + Frame.PREVIOUS, start + Frame.SEALED, chain, 0, chain.length);
        return follows && fill(length) ? length : 0;
    }

    private boolean fill(int wanted) throws IOException {
        if (to - at < wanted) return false;
        if (filled - start >= wanted) return true;
        int kept = filled - start;
        var target = wanted > buffer.length ? new byte[wanted] : buffer;
        System.arraycopy(buffer, start, target, 0, kept);
        buffer = target;
        start = 0;
        filled = kept;
        int most = (int) Math.min(buffer.length, to - at);
        while (filled < wanted) {
            int read = file.read(at + filled, ByteBuffer.wrap(buffer, filled, most - filled));
            if (read < 0) return false;
            filled += read;
        }
        return true;
    }
}
