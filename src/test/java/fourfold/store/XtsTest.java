package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The mode against the vectors of its standard: IEEE Std 1619-2018, annex B, vectors 10 to 14, which are those of AES-256 and
/// sectors of 512 bytes.
class XtsTest {

    private static final byte[] DATA = key("2718281828459045235360287471352662497757247093699959574966967627");
    private static final byte[] TWEAK = key("3141592653589793238462643383279502884197169399375105820974944592");

    private static byte[] key(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /// 00 01 02 ... FF, twice.
    private static byte[] counted() {
        var bytes = new byte[512];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) i;
        return bytes;
    }

    @Test
    void theVectorsOfTheStandardComeOut() throws IOException {
        try (var lines = getClass().getResourceAsStream("/fourfold/store/xts-aes-256.txt")) {
            var vectors = new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
            assertEquals(5, vectors.size());
            for (var vector : vectors) {
                var words = vector.split(" ");
                long sector = Long.parseLong(words[0], 16);
                var bytes = counted();
                new Xts(DATA, TWEAK, 512).encrypt(bytes, 0, 1, sector);
                assertEquals(words[1], HexFormat.of().formatHex(bytes));
                new Xts(DATA, TWEAK, 512).decrypt(bytes, 0, 1, sector);
                assertArrayEquals(counted(), bytes);
            }
        }
    }

    @Test
    void sectorsAreTheSameAloneAndInARunWhereverTheyStandInTheArray() {
        var random = new Random(4096);
        var xts = new Xts(DATA, TWEAK);
        var plain = new byte[9 * Xts.SECTOR];
        random.nextBytes(plain);
        long first = 0xFFFF_FFFEL;
        var run = plain.clone();
        xts.encrypt(run, 2 * Xts.SECTOR, 6, first);
        for (int i = 0; i < 9; i++) {
            var one = Arrays.copyOfRange(plain, i * Xts.SECTOR, (i + 1) * Xts.SECTOR);
            if (i >= 2 && i < 8) new Xts(DATA, TWEAK).encrypt(one, 0, 1, first + i - 2);
            assertArrayEquals(one, Arrays.copyOfRange(run, i * Xts.SECTOR, (i + 1) * Xts.SECTOR), "sector " + i);
        }
        xts.decrypt(run, 2 * Xts.SECTOR, 6, first);
        assertArrayEquals(plain, run);
    }

    @Test
    void equalSectorsAtTwoPlacesOrUnderTwoKeysAreNotAlike() {
        var xts = new Xts(DATA, TWEAK);
        var here = new byte[Xts.SECTOR];
        var there = new byte[Xts.SECTOR];
        var other = new byte[Xts.SECTOR];
        xts.encrypt(here, 0, 1, 7);
        xts.encrypt(there, 0, 1, 8);
        new Xts(TWEAK, DATA).encrypt(other, 0, 1, 7);
        assertFalse(Arrays.equals(here, there));
        assertFalse(Arrays.equals(here, other));
    }

    @Test
    void theTwoKeysHaveToDifferAndToHave256Bits() {
        assertThrows(IllegalArgumentException.class, () -> new Xts(DATA, DATA));
        assertThrows(IllegalArgumentException.class, () -> new Xts(new byte[16], TWEAK));
    }
}
