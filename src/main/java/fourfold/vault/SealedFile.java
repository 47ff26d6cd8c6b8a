package fourfold.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// A small encrypted file that is replaced whole: `4FS1`, a nonce of 12 bytes, then AES-256-GCM. The associated data are
/// the header and a label that says what the file is, so that one cannot stand in for another.
public final class SealedFile {

    private static final byte[] MAGIC = "4FS1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + Aes.NONCE;

    /// How many bytes a sealed file has at most.
    public static final int LONGEST = 64 << 20;

    private SealedFile() {}

    /// Writes the file, durably and in one step.
    ///
    /// @param label what the file is, and for whom; the same is asked for in reading
    public static void write(Disk disk, Path file, byte[] key, String label, byte[] content) throws IOException {
        var header = Arrays.copyOf(MAGIC, HEADER);
        var nonce = Aes.random(Aes.NONCE);
        System.arraycopy(nonce, 0, header, MAGIC.length, nonce.length);
        var sealed = Aes.seal(key, nonce, associated(header, label), content);
        var bytes = Arrays.copyOf(header, HEADER + sealed.length);
        System.arraycopy(sealed, 0, bytes, HEADER, sealed.length);
        disk.replace(file, bytes);
    }

    /// Reads it.
    ///
    /// @throws Unreadable when it is damaged, another file, or sealed with another key
    public static byte[] read(Disk disk, Path file, byte[] key, String label) throws IOException {
        var bytes = disk.read(file, LONGEST);
        boolean ours = bytes.length >= HEADER
                && Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length);
        if (!ours) throw damaged(file);
        var header = Arrays.copyOf(bytes, HEADER);
        var nonce = Arrays.copyOfRange(bytes, MAGIC.length, HEADER);
        var sealed = Arrays.copyOfRange(bytes, HEADER, bytes.length);
        return Aes.open(key, nonce, associated(header, label), sealed).orElseThrow(() -> damaged(file));
    }

    private static byte[] associated(byte[] header, String label) {
        var text = label.getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(header, header.length + text.length);
        System.arraycopy(text, 0, all, header.length, text.length);
        return all;
    }

    private static Unreadable damaged(Path file) {
        return new Unreadable("The file " + file.getFileName() + " is damaged.");
    }
}
