package fourfold.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.h2.store.fs.FileBaseDefault;

/// A file under the database: a header in clear, and from there on sectors in [Xts], counted from 0. The header has sixteen
/// bytes that say what the file is, 32 random bytes, and 32 bytes by which the key is recognised; the rest of its 4096 is zero. The
/// two keys of the file and those last bytes are HKDF-SHA256 (RFC 5869) of the store's key, with the random bytes as salt: so no
/// two files have the same keys, and a store that is made anew never encrypts the same sector under a key that was used before.
///
/// Whoever reads and writes sees what follows the header, at any place and of any length. The file itself is always whole
/// sectors, as the database's own blocks are: what is written or cut within the last one is filled up with zeros. Bytes
/// beyond the last whole sector, which a power cut may leave, are not there. Any number of threads may read at once, and one
/// may write.
final class EncryptedFile extends FileBaseDefault {

    static final int HEADER = Xts.SECTOR;

    private static final byte[] MAGIC = "fourfold store 1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;
    private static final int CHECK = 32;
    private static final byte[] LABEL = "fourfold store xts".getBytes(StandardCharsets.US_ASCII);

    /// How many sectors are read or written at once at most.
    private static final int RUN = 32;

    /// The file is one of ours, and its key is another.
    static final class OtherKey extends IOException {
        private static final long serialVersionUID = 1L;

        OtherKey() {
            super("encrypted with another key");
        }
    }

    private final FileChannel file;
    private final String name;
    private final byte[] keys;
    private final ConcurrentLinkedDeque<Desk> idle = new ConcurrentLinkedDeque<>();

    /// What one thread works with.
    private static final class Desk {
        final Xts xts;
        final byte[] sectors = new byte[RUN * Xts.SECTOR];

        Desk(Xts xts) {
            this.xts = xts;
        }
    }

    private EncryptedFile(FileChannel file, String name, byte[] keys) {
        this.file = file;
        this.name = name;
        this.keys = keys;
    }

    /// That file; an empty one is begun.
    ///
    /// @param key the store's key; it is not kept
    /// @throws OtherKey when the file was begun with another key
    /// @throws IOException when it cannot be read, or is no such file
    static EncryptedFile of(FileChannel file, String name, byte[] key) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        boolean fresh = file.size() == 0;
        if (fresh) {
            var salt = new byte[SALT];
            new SecureRandom().nextBytes(salt);
            header.put(MAGIC).put(salt);
        } else {
            readFully(file, header, 0);
            if (!Arrays.equals(MAGIC, 0, MAGIC.length, header.array(), 0, MAGIC.length))
                throw new IOException("not an encrypted store of this version");
        }
        var derived = derive(key, Arrays.copyOfRange(header.array(), MAGIC.length, MAGIC.length + SALT));
        var check = Arrays.copyOfRange(derived, 2 * Xts.KEY, derived.length);
        try {
            if (fresh) {
                header.put(check).clear();
                writeFully(file, header, 0);
            } else if (!MessageDigest.isEqual(
                    check, Arrays.copyOfRange(header.array(), MAGIC.length + SALT, MAGIC.length + SALT + CHECK))) {
                throw new OtherKey();
            }
            return new EncryptedFile(file, name, Arrays.copyOf(derived, 2 * Xts.KEY));
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static byte[] derive(byte[] key, byte[] salt) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(key)
                    .addSalt(salt)
                    .thenExpand(LABEL, 2 * Xts.KEY + CHECK);
            // named, since Java makes every other provider to look for one that is not
            return KDF.getInstance("HKDF-SHA256", "SunJCE").deriveData(parameters);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has HKDF-SHA256", missing);
        }
    }

    private Desk desk() {
        var waiting = idle.poll();
        if (waiting != null) return waiting;
        var data = Arrays.copyOf(keys, Xts.KEY);
        var tweak = Arrays.copyOfRange(keys, Xts.KEY, 2 * Xts.KEY);
        try {
            return new Desk(new Xts(data, tweak));
        } finally {
            Arrays.fill(data, (byte) 0);
            Arrays.fill(tweak, (byte) 0);
        }
    }

    @Override
    public long size() throws IOException {
        return Math.max(0, file.size() - HEADER) / Xts.SECTOR * Xts.SECTOR;
    }

    /// Reads as much as there is, at that place of what follows the header.
    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        if (!isOpen()) throw new ClosedChannelException();
        if (!into.hasRemaining()) return 0;
        long end = Math.min(size(), at + into.remaining());
        if (at >= end) return -1;
        var desk = desk();
        try {
            for (long from = at; from < end; ) {
                long first = from / Xts.SECTOR;
                int count = (int) Math.min(RUN, (end - 1) / Xts.SECTOR - first + 1);
                load(desk, 0, count, first);
                int skipped = (int) (from - first * Xts.SECTOR);
                int taken = (int) Math.min(end - from, (long) count * Xts.SECTOR - skipped);
                into.put(desk.sectors, skipped, taken);
                from += taken;
            }
        } finally {
            idle.push(desk);
        }
        return (int) (end - at);
    }

    /// Writes all of it at that place of what follows the header. What lies between the end and that place becomes zeros.
    @Override
    public synchronized int write(ByteBuffer from, long at) throws IOException {
        if (!isOpen()) throw new ClosedChannelException();
        int length = from.remaining();
        if (length == 0) return 0;
        var desk = desk();
        try {
            long size = size();
            for (long gap = size / Xts.SECTOR; gap < at / Xts.SECTOR; gap++) {
                Arrays.fill(desk.sectors, 0, Xts.SECTOR, (byte) 0);
                store(desk, 1, gap);
            }
            write(desk, from, at, size);
        } finally {
            idle.push(desk);
        }
        return length;
    }

    /// A sector of which only a part is written is read first, or is zero beyond the end.
    private void write(Desk desk, ByteBuffer from, long at, long size) throws IOException {
        while (from.hasRemaining()) {
            long first = at / Xts.SECTOR;
            int skipped = (int) (at % Xts.SECTOR);
            int put = Math.min(from.remaining(), RUN * Xts.SECTOR - skipped);
            int count = (skipped + put + Xts.SECTOR - 1) / Xts.SECTOR;
            boolean head = skipped > 0;
            boolean tail = (skipped + put) % Xts.SECTOR > 0;
            if (head) loadOrClear(desk, 0, first, size);
            if (tail && !(head && count == 1)) loadOrClear(desk, count - 1, first + count - 1, size);
            from.get(desk.sectors, skipped, put);
            store(desk, count, first);
            at += put;
        }
    }

    private void loadOrClear(Desk desk, int place, long sector, long size) throws IOException {
        if (sector * Xts.SECTOR < size) load(desk, place, 1, sector);
        else Arrays.fill(desk.sectors, place * Xts.SECTOR, (place + 1) * Xts.SECTOR, (byte) 0);
    }

    private void load(Desk desk, int place, int count, long first) throws IOException {
        int from = place * Xts.SECTOR;
        readFully(file, ByteBuffer.wrap(desk.sectors, from, count * Xts.SECTOR), HEADER + first * Xts.SECTOR);
        desk.xts.decrypt(desk.sectors, from, count, first);
    }

    private void store(Desk desk, int count, long first) throws IOException {
        desk.xts.encrypt(desk.sectors, 0, count, first);
        writeFully(file, ByteBuffer.wrap(desk.sectors, 0, count * Xts.SECTOR), HEADER + first * Xts.SECTOR);
    }

    private static void readFully(FileChannel file, ByteBuffer into, long at) throws IOException {
        while (into.hasRemaining()) {
            int read = file.read(into, at);
            if (read < 0) throw new EOFException("the file ends within a sector");
            at += read;
        }
    }

    private static void writeFully(FileChannel file, ByteBuffer from, long at) throws IOException {
        while (from.hasRemaining()) at += file.write(from, at);
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
        if (size >= size()) return;
        int kept = (int) (size % Xts.SECTOR);
        if (kept > 0) {
            var zeros = ByteBuffer.allocate(Xts.SECTOR - kept);
            write(zeros, size);
        }
        file.truncate(HEADER + (size + Xts.SECTOR - 1) / Xts.SECTOR * Xts.SECTOR);
    }

    @Override
    public void force(boolean metadata) throws IOException {
        file.force(metadata);
    }

    @Override
    public FileLock tryLock(long from, long length, boolean shared) throws IOException {
        return file.tryLock(from, length, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        Arrays.fill(keys, (byte) 0);
        for (var desk = idle.poll(); desk != null; desk = idle.poll()) {
            Arrays.fill(desk.sectors, (byte) 0);
            desk.xts.wipe();
        }
        file.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
