package fourfold.vault;

import java.util.Arrays;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;

/// The content of a package that was decrypted and verified to its end. It lies in an encrypted file whose key is in
/// memory only; closing deletes the file, and one that a crash left is unreadable for ever.
public final class Staged implements AutoCloseable {

    static final String PREFIX = "staged-";

    private static final String LABEL = "fourfold staged";

    private final Disk disk;
    private final Path file;
    private final SealedStream.Reader reader;

    private Staged(Disk disk, Path file, SealedStream.Reader reader) {
        this.disk = disk;
        this.file = file;
        this.reader = reader;
    }

    /// What fills a staging file.
    interface Filling {
        void into(OutputStream out) throws IOException;
    }

    static Staged fill(Disk disk, Path folder, Filling filling) throws IOException {
        var file = folder.resolve(PREFIX + HexFormat.of().formatHex(Aes.random(12)));
        var key = Aes.random(KeyDerivation.KEY);
        boolean done = false;
        disk.makeFolder(folder);
        try {
            try (var open = disk.open(file, Disk.Access.CREATE);
                    var out = SealedStream.writer(new Appending(open, 0), key, LABEL)) {
                filling.into(out);
            }
            var open = disk.open(file, Disk.Access.READ);
            var staged = new Staged(disk, file, SealedStream.reader(open, 0, open.size(), key, LABEL));
            done = true;
            return staged;
        } finally {
            Arrays.fill(key, (byte) 0);
            if (!done) disk.delete(file);
        }
    }

    /// How many bytes.
    public long size() {
        return reader.size();
    }

    /// The content from its beginning.
    public InputStream stream() {
        return reader.stream();
    }

    /// Reads up to what the buffer can take, from that position; -1 at the end.
    public int read(long at, ByteBuffer into) throws IOException {
        return reader.read(at, into);
    }

    /// Deletes it.
    @Override
    public void close() throws IOException {
        reader.close();
        disk.delete(file);
    }

    /// Appends to an open file.
    static class Appending extends OutputStream {
        private final Disk.OpenFile file;
        private long at;

        Appending(Disk.OpenFile file, long at) {
            this.file = file;
            this.at = at;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            file.write(at, ByteBuffer.wrap(bytes, from, length));
            at += length;
        }
    }
}
