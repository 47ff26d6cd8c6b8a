package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Fingerprints as words.
class SixWordsTest {

    @Test
    void theListHas2048WordsThatDifferInTheirFirstFourLettersAndNeverChanges() {
        var list = SixWords.list();
        assertEquals(2048, new HashSet<>(list).size());
        assertEquals(2048, list.stream().map(word -> word.substring(0, 4)).distinct().count());
        assertTrue(list.stream().allMatch(word -> word.matches("[a-z]{4,8}")));
        assertEquals(list.stream().sorted().toList(), list);
        assertEquals(
                "498111ac22df1a6e432770881c2a753eb0d16a199adf273212d10dc2e55669b5",
                HexFormat.of().formatHex(KeySlot.sha256(String.join(" ", list).getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void aFingerprintHasTheSameSixWordsForEver() {
        assertEquals("catwalk bonsai exact deputy crier capital", SixWords.of("0123456789ABCDEF0123456789ABCDEF01234567"));
    }

    @Test
    void whateverBitOfTheFingerprintIsFlippedMostWordsChange() {
        var random = new Random(66);
        for (int i = 0; i < 100; i++) {
            var print = new byte[20];
            random.nextBytes(print);
            var words = SixWords.of(HexFormat.of().formatHex(print)).split(" ");
            assertEquals(6, words.length);
            print[random.nextInt(20)] ^= (byte) (1 << random.nextInt(8));
            var others = SixWords.of(HexFormat.of().formatHex(print)).split(" ");
            int same = 0;
            for (int k = 0; k < 6; k++) if (words[k].equals(others[k])) same++;
            assertTrue(same < 3, "seed 66, round " + i);
            assertNotEquals(String.join(" ", words), String.join(" ", others));
        }
    }
}
