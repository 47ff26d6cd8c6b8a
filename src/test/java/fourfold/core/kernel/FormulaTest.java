package fourfold.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-2+3", "@SUM(1)", "\t=1", "\ttext", "\rtext", "  =1", "\u00A0=1", "\uFEFF=1",
        "\u200B=1", "\n=1", "＝1", "＋1", "－1", "＠A1", "- two people spoken to", "="})
    void aTextThatASpreadsheetMightRunIsGivenOneApostrophe(String text) {
        assertTrue(Formula.isLike(text));
        assertEquals("'" + text, Formula.neutralise(text));
        assertFalse(Formula.isLike(Formula.neutralise(text)));
        assertEquals(text, Formula.restore("'" + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'=1+1", "''@x", "'\ttext", "' =1"})
    void aTextThatAlreadyHasApostrophesBeforeASignIsGivenOneMore(String text) {
        assertEquals("'" + text, Formula.neutralise(text));
        assertEquals(text, Formula.restore("'" + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "1-2", "'quoted'", "'", "''", " text", "'t Hooft", "a=b", "£5"})
    void anyOtherTextStaysAsItIs(String text) {
        assertEquals(text, Formula.neutralise(text));
        assertEquals(text, Formula.restore(text));
    }

    @Test
    void aNumberIsNoFormulaThoughItsTextMightBeOne() {
        assertEquals("-5", Formula.cell(-5L));
        assertEquals("'-5", Formula.cell("-5"));
        assertEquals("-0.50", Formula.cell(new BigDecimal("-0.50")));
        assertEquals("2022-05-31", Formula.cell(LocalDate.of(2022, 5, 31)));
    }

    @Test
    void restoringAlwaysUndoesNeutralising() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var alphabet = "''''=+-@\t\r\n  ＝＠ab\u200B1";
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(7);
            for (int k = 0; k < length; k++) text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            var neutral = Formula.neutralise(text.toString());
            assertFalse(Formula.isLike(neutral), "seed " + seed);
            assertEquals(text.toString(), Formula.restore(neutral), "seed " + seed);
        }
    }
}
