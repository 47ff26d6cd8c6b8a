package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fourfold.core.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictJsonTest {

    private static Json read(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_was_written_canonically_is_read_back() {
        var text = "{\"a\":[1,-9007199254740991,true,false,null,\"\\n\\\"é€😀\"],\"b\":{\"c\":\"\"},\"é\":{}}";
        assertEquals(text, read(text).canonicalText());
        assertEquals(text, read(" " + text.replace(",", " ,\n\t")).canonicalText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{", "[1,", "{\"a\":1}{}", "1 2", "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "1.0", "1e3",
                "9007199254740992", "-9007199254740992", "12345678901234567890123", "NaN", "'a'", "{a:1}", "[1,]", "01",
                "+1", "/* */1", "\"\\ud800\"", "{\"\\udc00\":1}", "\"a\nb\"", "\uFEFF1", "tru", "\"a"
            })
    void what_breaks_a_rule_is_refused(String text) {
        assertThrows(Unreadable.class, () -> read(text));
    }

    @Test
    void other_encodings_are_refused() {
        var text = "{\"a\":\"é\"}";
        assertThrows(Unreadable.class, () -> StrictJson.read(text.getBytes(StandardCharsets.ISO_8859_1)));
        assertThrows(Unreadable.class, () -> StrictJson.read(text.getBytes(StandardCharsets.UTF_16)));
        assertThrows(Unreadable.class, () -> StrictJson.read(text.getBytes(StandardCharsets.UTF_16LE)));
        assertThrows(Unreadable.class, () -> StrictJson.read("1".getBytes(StandardCharsets.UTF_16BE)));
        assertThrows(Unreadable.class, () -> StrictJson.read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}));
        assertThrows(
                Unreadable.class, () -> StrictJson.read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}));
    }

    @Test
    void nesting_stops_at_twenty() {
        read("[".repeat(20) + "]".repeat(20));
        assertThrows(Unreadable.class, () -> read("[".repeat(21) + "]".repeat(21)));
        assertThrows(Unreadable.class, () -> read("[".repeat(1_000_000)));
    }

    @Test
    void a_text_is_at_most_as_long_as_an_entry() {
        int most = StrictJson.LONGEST_TEXT;
        assertEquals(most, read("\"" + "x".repeat(most) + "\"").text().length());
        assertThrows(Unreadable.class, () -> read("\"" + "x".repeat(most + 1) + "\""));
        assertThrows(Unreadable.class, () -> read("{\"" + "x".repeat(2_000) + "\":1}"));
    }

    @Test
    void the_refusal_does_not_quote_the_content() {
        var refused = assertThrows(Unreadable.class, () -> read("{\"name\":\"Quillfeather\", Quillfeather}"));
        assertFalse(String.valueOf(refused.getMessage()).contains("Quill"));
        assertNull(refused.getCause());
    }

    @Test
    void damaged_bytes_are_read_or_refused_and_nothing_else() {
        long seed = 20_260_417;
        var random = new Random(seed);
        var good = read("{\"a\":[1,2,{\"b\":\"text with é\"}],\"c\":true,\"d\":null,\"e\":-17}").canonical();
        for (int trial = 0; trial < 20_000; trial++) {
            var bytes = good.clone();
            for (int i = 0; i <= random.nextInt(3); i++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                StrictJson.read(bytes).canonical();
            } catch (Unreadable expected) {
                continue;
            }
        }
    }
}
