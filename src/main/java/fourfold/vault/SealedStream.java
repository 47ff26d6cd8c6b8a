package fourfold.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A large encrypted file, in chunks that can be read in any order: `4FC1` and a salt of 32 bytes, then chunks of
/// 65,536 bytes, the last one shorter or empty, each under AES-256-GCM.
///
/// The file's own key follows from the caller's key, the salt and a label. A chunk's nonce is its number and whether it
/// is the last, so that chunks can be neither left out nor changed over (the STREAM construction of Hoang, Reyhanitabar,
/// Rogaway and Vizar, 2015).
public final class SealedStream {

    private static final byte[] MAGIC = "4FC1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;
    private static final int HEADER = MAGIC.length + SALT;
    private static final int CHUNK = 65_536;
    private static final int SEALED_CHUNK = CHUNK + Aes.TAG;
    private static final byte[] NO_AAD = {};

    private SealedStream() {}

    /// Encrypts what is written and passes it on to `out`. Closing it writes the last chunk and closes `out`; without
    /// that the file is incomplete, and its reading is refused.
    public static OutputStream writer(OutputStream out, byte[] key, String label) throws IOException {
        var salt = Aes.random(SALT);
        out.write(MAGIC);
        out.write(salt);
        return new Writer(out, KeyDerivation.expand(key, salt, label));
    }

    /// Reads an encrypted file whose length is known.
    ///
    /// @throws Unreadable when it is no such file; later, in reading, when a chunk is damaged
    public static Reader reader(Disk.OpenFile file, long from, long length, byte[] key, String label)
            throws IOException {
        if (length < HEADER + Aes.TAG) throw damaged();
        var header = file.read(from, HEADER);
        if (!Arrays.equals(MAGIC, 0, MAGIC.length, header, 0, MAGIC.length)) throw damaged();
        var salt = Arrays.copyOfRange(header, MAGIC.length, HEADER);
        return new Reader(file, from + HEADER, length - HEADER, KeyDerivation.expand(key, salt, label));
    }

    private static byte[] nonce(long chunk, boolean last) {
        return ByteBuffer.allocate(Aes.NONCE)
                .putInt(last ? 1 : 0)
                .putLong(chunk)
                .array();
    }

    private static Unreadable damaged() {
        return new Unreadable("an encrypted file is damaged or incomplete");
    }

    private static final class Writer extends OutputStream {
        private final OutputStream out;
        private final byte[] key;
        private final byte[] chunk = new byte[CHUNK];
        private int filled;
        private long number;
        private boolean closed;

        Writer(OutputStream out, byte[] key) {
            this.out = out;
            this.key = key;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            int left = length;
            while (left > 0) {
                if (filled == CHUNK) put(false);
                int take = Math.min(left, CHUNK - filled);
                System.arraycopy(bytes, at, chunk, filled, take);
                filled += take;
                at += take;
                left -= take;
            }
        }

        private void put(boolean last) throws IOException {
            out.write(Aes.seal(key, nonce(number++, last), NO_AAD, Arrays.copyOf(chunk, filled)));
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            if (closed) return;
            closed = true;
            try (out) {
                put(true);
            } finally {
                Arrays.fill(key, (byte) 0);
                Arrays.fill(chunk, (byte) 0);
            }
        }
    }

    /// The content of an encrypted file, at any position. For one thread at a time.
    public static final class Reader implements AutoCloseable {
        private final Disk.OpenFile file;
        private final long from;
        private final long chunks;
        private final long sealedLength;
        private final byte[] key;
        private long cached = -1;
        private byte[] cache = {};

        private Reader(Disk.OpenFile file, long from, long sealedLength, byte[] key) {
            this.file = file;
            this.from = from;
            this.sealedLength = sealedLength;
            this.chunks = (sealedLength + SEALED_CHUNK - 1) / SEALED_CHUNK;
            this.key = key;
        }

        /// How many bytes the content has.
        public long size() {
            return sealedLength - chunks * Aes.TAG;
        }

        /// Reads up to what the buffer can take, from that position; -1 at the end.
        ///
        /// @throws Unreadable when the chunk there is damaged
        public int read(long at, ByteBuffer into) throws IOException {
            if (at >= size()) return -1;
            load(at / CHUNK);
            int start = (int) (at % CHUNK);
            int length = Math.min(into.remaining(), cache.length - start);
            into.put(cache, start, length);
            return length;
        }

        /// The content from the beginning.
        public InputStream stream() {
            return new InputStream() {
                private long at;

                @Override
                public int read() throws IOException {
                    var one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                }

                @Override
                public int read(byte[] into, int start, int length) throws IOException {
                    if (length == 0) return 0;
                    int count = Reader.this.read(at, ByteBuffer.wrap(into, start, length));
                    if (count > 0) at += count;
                    return count;
                }
            };
        }

        /// Reads every chunk, so that damage and a missing end are found before anything is used.
        ///
        /// @throws Unreadable when one is damaged
        public void verify() throws IOException {
            for (long chunk = 0; chunk < chunks; chunk++) load(chunk);
        }

        private void load(long chunk) throws IOException {
            if (chunk == cached) return;
            long start = chunk * SEALED_CHUNK;
            int length = (int) Math.min(SEALED_CHUNK, sealedLength - start);
            if (length < Aes.TAG) throw damaged();
            var sealed = file.read(from + start, length);
            cache = Aes.open(key, nonce(chunk, chunk == chunks - 1), NO_AAD, sealed)
                    .orElseThrow(SealedStream::damaged);
            cached = chunk;
        }

        @Override
        public void close() throws IOException {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(cache, (byte) 0);
            file.close();
        }
    }
}
