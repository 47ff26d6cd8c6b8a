package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file under the database does what a plain one does, at any place and of any length, and shows nothing.
class EncryptedFileTest {

    private static final byte[] KEY = "a key of 32 bytes for one store.".getBytes(StandardCharsets.US_ASCII);
    private static final int SECTOR = Xts.SECTOR;

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("file");
    }

    private FileChannel open() throws IOException {
        return open(KEY);
    }

    private FileChannel open(byte[] key) throws IOException {
        return EncryptedFile.of(
                FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                "file",
                key);
    }

    /// What a plain file would hold, in memory; always whole sectors.
    private static final class Model {
        byte[] bytes = new byte[0];

        void write(byte[] some, int at) {
            int end = Math.max(bytes.length, whole(at + some.length));
            bytes = Arrays.copyOf(bytes, end);
            System.arraycopy(some, 0, bytes, at, some.length);
        }

        void truncate(int size) {
            if (size >= bytes.length) return;
            bytes = Arrays.copyOf(Arrays.copyOf(bytes, size), whole(size));
        }

        private static int whole(int size) {
            return (size + SECTOR - 1) / SECTOR * SECTOR;
        }
    }

    @Test
    void whateverIsWrittenReadOrCutAnywhereIsAsInAPlainFile() throws IOException {
        long seed = 20_220_621;
        var random = new Random(seed);
        var model = new Model();
        var file = open();
        for (int step = 0; step < 3_000; step++) {
            var said = "seed " + seed + ", step " + step;
            switch (random.nextInt(20)) {
                case 0 -> {
                    int size = random.nextInt(model.bytes.length + SECTOR);
                    file.truncate(size);
                    model.truncate(size);
                }
                case 1 -> {
                    file.close();
                    file = open();
                }
                case 2, 3, 4, 5, 6, 7 -> {
                    var some = new byte[length(random)];
                    random.nextBytes(some);
                    int at = place(random, model.bytes.length);
                    assertEquals(some.length, file.write(ByteBuffer.wrap(some), at), said);
                    model.write(some, at);
                }
                default -> {
                    int at = place(random, model.bytes.length);
                    var into = random.nextBoolean() ? ByteBuffer.allocate(length(random)) : ByteBuffer.allocateDirect(length(random));
                    int there = Math.min(into.remaining(), model.bytes.length - at);
                    int read = file.read(into, at);
                    if (there <= 0) {
                        assertEquals(-1, read, said);
                    } else {
                        assertEquals(there, read, said);
                        var got = new byte[there];
                        into.flip().get(got);
                        assertArrayEquals(Arrays.copyOfRange(model.bytes, at, at + there), got, said);
                    }
                }
            }
            assertEquals(model.bytes.length, file.size(), said);
        }
        file.close();
    }

    /// Mostly what a database does, and whatever else there is.
    private static int length(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 1 + random.nextInt(40);
            case 1 -> SECTOR * (1 + random.nextInt(3));
            case 2 -> 1 + random.nextInt(3 * SECTOR);
            default -> 1 + random.nextInt(40 * SECTOR);
        };
    }

    private static int place(Random random, int size) {
        int most = Math.min(size + 2 * SECTOR, 80 * SECTOR);
        return random.nextBoolean() ? random.nextInt(most / SECTOR) * SECTOR : random.nextInt(most);
    }

    @Test
    void anEmptyBufferReadsAndWritesNothing() throws IOException {
        try (var file = open()) {
            assertEquals(0, file.write(ByteBuffer.allocate(0), 100));
            assertEquals(0, file.size());
            assertEquals(-1, file.read(ByteBuffer.allocate(1), 0));
            assertEquals(0, file.read(ByteBuffer.allocate(0), 0));
        }
    }

    @Test
    void theFileShowsNothingOfWhatIsInIt() throws IOException {
        var word = "Quillfeather ";
        try (var file = open()) {
            file.write(ByteBuffer.wrap(word.repeat(5_000).getBytes(StandardCharsets.UTF_8)), 0);
        }
        var bytes = Files.readAllBytes(path());
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("Quill"));
        assertTrue(text.startsWith("fourfold store 1"));
        // equal blocks give different ones
        var blocks = new ArrayList<String>();
        for (int at = EncryptedFile.HEADER; at < bytes.length; at += 16) blocks.add(text.substring(at, at + 16));
        assertEquals(blocks.size(), blocks.stream().distinct().count());
    }

    @Test
    void noTwoFilesOfOneStoreAreAlike() throws IOException {
        var some = ByteBuffer.allocate(SECTOR);
        try (var file = open()) {
            file.write(some.duplicate(), 0);
        }
        var first = Files.readAllBytes(path());
        Files.delete(path());
        try (var file = open()) {
            file.write(some.duplicate(), 0);
        }
        var second = Files.readAllBytes(path());
        assertFalse(Arrays.equals(first, EncryptedFile.HEADER, first.length, second, EncryptedFile.HEADER, second.length));
    }

    @Test
    void anotherKeyIsRefusedAndAnotherKindOfFileToo() throws IOException {
        open().close();
        assertThrows(EncryptedFile.OtherKey.class, () -> open(new byte[32]));
        Files.write(path(), "H2encrypt\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII));
        var refused = assertThrows(IOException.class, this::open);
        assertFalse(refused instanceof EncryptedFile.OtherKey);
        Files.write(path(), "fourfold store 1".getBytes(StandardCharsets.US_ASCII));
        assertThrows(IOException.class, this::open);
    }

    @Test
    void aSectorThatALossOfPowerCutIsNotThere() throws IOException {
        try (var file = open()) {
            file.write(ByteBuffer.allocate(3 * SECTOR), 0);
        }
        try (var plain = FileChannel.open(path(), StandardOpenOption.WRITE)) {
            plain.truncate(EncryptedFile.HEADER + 2 * SECTOR + 100);
        }
        try (var file = open()) {
            assertEquals(2 * SECTOR, file.size());
            assertEquals(SECTOR, file.read(ByteBuffer.allocate(3 * SECTOR), SECTOR));
            file.write(ByteBuffer.wrap(new byte[] {7}), 2 * SECTOR);
            assertEquals(3 * SECTOR, file.size());
            assertEquals(EncryptedFile.HEADER + 3 * SECTOR, Files.size(path()));
        }
    }

    /// What a change of the file does stays within its block: it is the seal that notices.
    @Test
    void aChangedByteGarblesSixteen() throws IOException {
        try (var file = open()) {
            file.write(ByteBuffer.allocate(SECTOR), 0);
        }
        var bytes = Files.readAllBytes(path());
        bytes[EncryptedFile.HEADER + 100] ^= 1;
        Files.write(path(), bytes);
        try (var file = open()) {
            var got = ByteBuffer.allocate(SECTOR);
            file.read(got, 0);
            for (int i = 0; i < SECTOR; i++) if (i < 96 || i >= 112) assertEquals(0, got.get(i));
            assertFalse(Arrays.equals(new byte[16], Arrays.copyOfRange(got.array(), 96, 112)));
        }
    }

    @Test
    void severalThreadsReadWhatAnotherWrites() throws Exception {
        long seed = 7;
        int sectors = 200;
        try (var file = open();
                var threads = Executors.newFixedThreadPool(4)) {
            file.write(ByteBuffer.wrap(content(0, sectors)), 0);
            Callable<Void> reading = () -> {
                var random = new Random(seed + Thread.currentThread().threadId());
                for (int i = 0; i < 2_000; i++) {
                    int at = random.nextInt(sectors / 2 * SECTOR);
                    var into = ByteBuffer.allocate(1 + random.nextInt(3 * SECTOR));
                    int read = file.read(into, at);
                    for (int k = 0; k < read; k++) assertEquals((byte) ((at + k) / SECTOR), into.get(k));
                }
                return null;
            };
            Callable<Void> writing = () -> {
                for (int i = sectors / 2; i < 2 * sectors; i++) file.write(ByteBuffer.wrap(content(i, 1)), (long) i * SECTOR);
                return null;
            };
            for (var done : threads.invokeAll(List.of(reading, reading, writing, reading))) done.get();
            var all = ByteBuffer.allocate(2 * sectors * SECTOR);
            assertEquals(all.capacity(), file.read(all, 0));
            assertArrayEquals(content(0, 2 * sectors), all.array());
        }
    }

    private static byte[] content(int first, int sectors) {
        var bytes = new byte[sectors * SECTOR];
        for (int i = 0; i < sectors; i++) Arrays.fill(bytes, i * SECTOR, (i + 1) * SECTOR, (byte) (first + i));
        return bytes;
    }

    @Test
    void itCanBeLockedOnceAndNotBeUsedOnceClosed() throws IOException {
        var file = open();
        var other = open();
        try (var lock = file.tryLock()) {
            assertNotNull(lock);
            assertThrows(OverlappingFileLockException.class, other::tryLock);
        }
        file.force(true);
        other.close();
        file.close();
        assertThrows(ClosedChannelException.class, () -> file.read(ByteBuffer.allocate(1), 0));
        assertThrows(ClosedChannelException.class, () -> file.write(ByteBuffer.allocate(1), 0));
    }

    @Test
    void theDatabaseFindsAStoresFilesOnlyWhileTheyAreMounted() throws IOException {
        var disk = EncryptedPath.mounted(KEY);
        var name = disk.getScheme() + ":" + path();
        try (var file = FilePath.get(name).open("rw")) {
            file.write(ByteBuffer.allocate(10), 0);
        }
        assertEquals(SECTOR, FilePath.get(name).size());
        assertNull(disk.getPath("/").getParent());
        assertTrue(FilePath.get(name).toRealPath().toString().startsWith(disk.getScheme() + ":"));
        assertEquals("file", FilePath.get(name).getName());
        disk.unmount();
        assertFalse(FilePath.get(name).exists());
        assertThrows(IOException.class, () -> disk.getPath(name).open("rw"), "its key is gone");
    }
}
