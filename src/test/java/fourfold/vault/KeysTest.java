package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

final class KeysTest {

    private static Outcome<Passphrase> chosen(String text) {
        return Passphrase.chosen(text.toCharArray());
    }

    @Test
    void a_new_passphrase_has_fifteen_characters_or_five_words() {
        assertTrue(chosen("fifteen letters").isDone());
        assertFalse(chosen("fourteen letts").isDone());
        assertTrue(chosen("we go up to it").isDone());
        assertFalse(chosen("we we we we we").isDone());
        assertTrue(chosen("no rules of composition ".repeat(5)).isDone());
        assertFalse(chosen("a long one ".repeat(12)).isDone());
        assertFalse(chosen("aaaaaaaaaaaaaaaaaaaaaaa").isDone());
        assertTrue(chosen("😀😁😂😃😄😅😆😇😈😉😊😋😌😍😎").isDone());
    }

    @Test
    void the_same_letters_give_the_same_bytes_however_they_were_typed() {
        var composed = Passphrase.entered("caf\u00e9 \ufb01n".toCharArray());
        var decomposed = Passphrase.entered("cafe\u0301 fin".toCharArray());
        assertArrayEquals(composed.bytes(), decomposed.bytes());
        assertArrayEquals("plain".getBytes(StandardCharsets.UTF_8), Passphrase.entered("plain".toCharArray()).bytes());
    }

    @Test
    void what_was_typed_is_wiped() {
        var typed = "a passphrase to wipe".toCharArray();
        var passphrase = Passphrase.entered(typed);
        assertArrayEquals(new char[20], typed);
        passphrase.close();
        assertArrayEquals(new byte[20], passphrase.bytes());
    }

    @Test
    void argon2id_gives_what_rfc_9106_prints() {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        var tag = new byte[32];
        generator.generateBytes(filled(32, 1), tag);
        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659", HexFormat.of().formatHex(tag));
    }

    @Test
    void hkdf_gives_what_rfc_5869_prints() {
        // test case 1 with its label of bytes that are no text is out of reach; the JDK's own agrees with the mac
        var key = filled(22, 0x0b);
        var salt = HexFormat.of().parseHex("000102030405060708090a0b0c");
        var extracted = KeyDerivation.mac(salt, key);
        var label = "seal";
        var once = Arrays.copyOf(label.getBytes(StandardCharsets.UTF_8), label.length() + 1);
        once[label.length()] = 1;
        assertEquals(
                "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
                HexFormat.of().formatHex(extracted));
        assertArrayEquals(KeyDerivation.mac(extracted, once), KeyDerivation.expand(key, salt, label));
    }

    private static byte[] filled(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void the_derivation_refuses_a_cost_outside_its_limits() {
        assertThrows(
                IllegalArgumentException.class,
                () -> KeyDerivation.derive(new byte[8], new byte[16], new Cost(1024, 3, 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> KeyDerivation.derive(new byte[8], new byte[16], new Cost(1 << 30, 3, 1)));
    }

    @Test
    void a_calibration_never_goes_below_the_floor_or_above_the_ceiling() {
        assertEquals(Cost.FLOOR, Calibration.measured(Duration.ofNanos(1)).cost());
        var dear = Calibration.measured(Duration.ofHours(1)).cost();
        assertTrue(dear.isAllowed());
        assertTrue(dear.passes() > Cost.FLOOR.passes());
        assertEquals(128 << 10, dear.memory());
    }

    @Test
    void every_purpose_has_its_own_key_and_every_vault_its_own_set() {
        var vaultKey = filled(32, 9);
        var seen = new HashSet<String>();
        int count = 0;
        for (int vault = 0; vault < 2; vault++) {
            try (var keys = new VaultKeys(new UUID(0, vault), vaultKey)) {
                for (var key : new byte[][] {
                    keys.store(), keys.seal(), keys.snapshot(), keys.journalSegment(1), keys.journalSegment(2), keys.attachment("a"),
                    keys.trust(), keys.unit()
                }) {
                    assertEquals(32, key.length);
                    seen.add(HexFormat.of().formatHex(key));
                    count++;
                }
                seen.add(keys.attachmentName(new byte[32]));
                count++;
            }
        }
        assertEquals(count, seen.size());
    }

    @Test
    void a_recovery_code_is_read_as_it_was_printed_and_a_slip_is_seen() {
        long seed = 577;
        var random = new Random(seed);
        int missed = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            var printed = RecoveryCode.draw().printed();
            assertEquals(34, printed.length());
            assertEquals(printed, RecoveryCode.read(printed.toCharArray()).orThrow().printed());
            var slip = printed.toCharArray();
            int at = random.nextInt(slip.length);
            if (slip[at] == '-') continue;
            char other = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(random.nextInt(32));
            if (other == slip[at]) continue;
            slip[at] = other;
            if (RecoveryCode.read(slip).isDone()) missed++;
        }
        assertEquals(0, missed, "seed " + seed);
        assertFalse(RecoveryCode.read("0000-0000".toCharArray()).isDone());
        assertFalse(RecoveryCode.read("UUUU-0000-0000-0000-0000-0000-0000".toCharArray()).isDone());
        assertNotEquals(RecoveryCode.draw().printed(), RecoveryCode.draw().printed());
    }

    @Test
    void collar_numbers_are_compared_without_case_and_are_safe_file_names() {
        assertEquals("EM1234", Collar.read(" em1234 ").orThrow());
        for (var bad : new String[] {"", "../x", "a/b", "con", "LPT1", "x".repeat(33), "a b", "-a", "a.", "é1"}) {
            assertFalse(Collar.read(bad).isDone(), bad);
        }
    }
}
