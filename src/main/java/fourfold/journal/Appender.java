package fourfold.journal;

import fourfold.vault.Disk.OpenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Writes one batch of frames at the end of the open segment, in large pieces, and forces them once.
final class Appender {

    private static final int PIECE = 1 << 20;
    private static final int BLOCK = 4096;

    private final OpenFile file;
    private final FrameCipher cipher;
    private byte[] buffer = new byte[16 * BLOCK];
    private int filled;
    private long written;
    private long position;
    private byte[] chain = new byte[0];

    Appender(OpenFile file, FrameCipher cipher) {
        this.file = file;
        this.cipher = cipher;
    }

    void begin(Tip tip) {
        filled = 0;
        written = tip.end();
        position = tip.position();
        chain = tip.chain();
    }

    /// The newest position.
    long position() {
        return position;
    }

    /// The chain value after it.
    byte[] chain() {
        return chain;
    }

    /// The byte after the newest frame, written or still in the buffer.
    long end() {
        return written + filled;
    }

    /// Adds a frame.
    ///
    /// @throws IllegalArgumentException when its content is longer than a frame may be
    void add(Label label, byte[] body) throws IOException {
        int length = Frame.length(label, body.length);
        if (length > Frame.LONGEST) throw new IllegalArgumentException("an entry of more than 16 MB");
        if (filled > 0 && filled + length > PIECE) writeBlocks();
        if (filled + length > buffer.length)
            buffer = Arrays.copyOf(buffer, Math.max(filled + length, Math.min(PIECE, 2 * buffer.length)));
        chain = cipher.seal(buffer, filled, position + 1, chain, label, body);
        position++;
        filled += length;
    }

    /// Writes what is in the buffer up to the last whole block of the file, so that a write that never reaches the disk
    /// leaves whole sectors of zeros and is known by them.
    private void writeBlocks() throws IOException {
        int whole = (int) ((written + filled) / BLOCK * BLOCK - written);
        if (whole <= 0) return;
        file.write(written, ByteBuffer.wrap(buffer, 0, whole));
        written += whole;
        filled -= whole;
        System.arraycopy(buffer, whole, buffer, 0, filled);
    }

    /// Writes the rest and forces all of it.
    void force() throws IOException {
        file.write(written, ByteBuffer.wrap(buffer, 0, filled));
        written += filled;
        filled = 0;
        file.force();
    }
}
