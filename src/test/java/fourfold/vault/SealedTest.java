package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SealedTest {

    private static final Path FOLDER = Path.of("/sealed").toAbsolutePath();
    private static final Path FILE = FOLDER.resolve("f");

    private final SimulatedDisk disk = new SimulatedDisk();
    private final byte[] key = Aes.random(32);

    SealedTest() throws IOException {
        disk.makeFolder(FOLDER);
    }

    private static byte[] content(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private byte[] streamed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = SealedStream.writer(bytes, key, "label")) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private byte[] read(byte[] sealed, byte[] with, String label) throws IOException {
        disk.replace(FILE, sealed);
        var file = disk.open(FILE, Disk.Access.READ);
        try (var reader = SealedStream.reader(file, 0, file.size(), with, label)) {
            reader.verify();
            return reader.stream().readAllBytes();
        }
    }

    @Test
    void a_stream_of_any_length_is_read_back_whole_and_at_any_place() throws IOException {
        for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000}) {
            var sealed = streamed(content(length));
            assertArrayEquals(content(length), read(sealed, key, "label"));
            var file = disk.open(FILE, Disk.Access.READ);
            try (var reader = SealedStream.reader(file, 0, file.size(), key, "label")) {
                assertEquals(length, reader.size());
                if (length < 70_000) continue;
                var some = ByteBuffer.allocate(10);
                reader.read(65_530, some);
                assertArrayEquals(
                        Arrays.copyOfRange(content(length), 65_530, 65_536), Arrays.copyOf(some.array(), 6));
            }
        }
    }

    @Test
    void chunks_cannot_be_changed_cut_left_out_or_changed_over() throws IOException {
        var good = streamed(content(200_000));
        var random = new Random(1);
        for (int trial = 0; trial < 300; trial++) {
            var bytes = good.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertThrows(Unreadable.class, () -> read(bytes, key, "label"));
        }
        int chunk = 65_536 + 16;
        for (int cut : new int[] {0, 10, 36, 60, 36 + chunk, 36 + 2 * chunk, good.length - 1}) {
            assertThrows(Unreadable.class, () -> read(Arrays.copyOf(good, cut), key, "label"));
        }
        var swapped = good.clone();
        System.arraycopy(good, 36, swapped, 36 + chunk, chunk);
        System.arraycopy(good, 36 + chunk, swapped, 36, chunk);
        assertThrows(Unreadable.class, () -> read(swapped, key, "label"));
        assertThrows(Unreadable.class, () -> read(good, Aes.random(32), "label"));
        assertThrows(Unreadable.class, () -> read(good, key, "other"));
        assertArrayEquals(content(200_000), read(good, key, "label"));
    }

    @Test
    void a_sealed_file_opens_with_its_key_and_label_only() throws IOException {
        SealedFile.write(disk, FILE, key, "label", content(500));
        assertArrayEquals(content(500), SealedFile.read(disk, FILE, key, "label"));
        assertThrows(Unreadable.class, () -> SealedFile.read(disk, FILE, key, "other"));
        assertThrows(Unreadable.class, () -> SealedFile.read(disk, FILE, Aes.random(32), "label"));
        var good = disk.read(FILE, 10_000);
        for (int at = 0; at < good.length; at += 7) {
            var bytes = good.clone();
            bytes[at] ^= 1;
            disk.replace(FILE, bytes);
            assertThrows(Unreadable.class, () -> SealedFile.read(disk, FILE, key, "label"));
            disk.replace(FILE, Arrays.copyOf(good, at));
            assertThrows(Unreadable.class, () -> SealedFile.read(disk, FILE, key, "label"));
        }
    }
}
