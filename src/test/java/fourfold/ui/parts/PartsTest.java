package fourfold.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.core.kernel.P;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PartsTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 6, 14);

    @Test
    void silenceIsSaidInWords() {
        assertEquals("Silent for 41 days", Silence.words(TODAY.minusDays(41), TODAY));
        assertEquals("Silent for 1 day", Silence.words(TODAY.minusDays(1), TODAY));
        assertEquals("Active today", Silence.words(TODAY, TODAY));
        assertEquals("Nothing recorded yet", Silence.words(null, TODAY));
    }

    @Test
    void dueDatesSayHowFarTheyAre() {
        assertEquals("Overdue by 1 day", Due.words(TODAY.minusDays(1), TODAY));
        assertEquals("Due today", Due.words(TODAY, TODAY));
        assertEquals("Due in 7 days", Due.words(TODAY.plusDays(7), TODAY));
        assertEquals("Due Wed 22 Jun 2022", Due.words(TODAY.plusDays(8), TODAY));
    }

    @Test
    void theLettersOfNoTwoPsAreTheSame() {
        assertEquals(P.values().length, Arrays.stream(P.values()).map(PMark::letters).distinct().count());
    }

    @Test
    void theStripIsReadAloudInFull() {
        assertEquals(
                "Pursue 3 actions 12 events, Prevent 0 actions 0 events, Protect 0 actions 0 events, "
                        + "Prepare 0 actions 0 events",
                PStrip.words(Map.of(P.PURSUE, 3), Map.of(P.PURSUE, 12)));
    }
}
