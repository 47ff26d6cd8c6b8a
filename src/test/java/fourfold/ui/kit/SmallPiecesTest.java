package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.FaultCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmallPiecesTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 6, 2);

    @ParameterizedTest
    @ValueSource(strings = {
        "1/6/22", "01/06/2022", "1.6.2022", "1 June 2022", "1 jun 22", "1st June 2022", "Wed 1 Jun 2022", "2022-06-01",
        "yesterday", " YESTERDAY "
    })
    void aDayCanBeTypedInAnyCommonForm(String text) {
        assertEquals(LocalDate.of(2022, 6, 1), Dates.read(text, TODAY));
    }

    @Test
    void whatTheScreenShowsCanBeReadAgainForEveryDayOfAYear() {
        for (var day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
            assertEquals(day, Dates.read(Dates.day(day), TODAY));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/6/2022", "29 February 2022", "soon", "6/2022"})
    void whatIsNoDayIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Dates.read(text, TODAY));
    }

    @Test
    void distancesFromTodayAreWordsAPersonWouldSay() {
        assertEquals("today", Dates.fromToday(TODAY, TODAY));
        assertEquals("tomorrow", Dates.fromToday(TODAY.plusDays(1), TODAY));
        assertEquals("in 4 days", Dates.fromToday(TODAY.plusDays(4), TODAY));
        assertEquals("41 days ago", Dates.fromToday(TODAY.minusDays(41), TODAY));
    }

    @Test
    void theSameFaultHasTheSameCodeWhateverItSays() {
        assertEquals(FaultCode.of(fault("Mr Planted")), FaultCode.of(fault("another")));
        assertNotEquals(FaultCode.of(fault("a")), FaultCode.of(new IllegalArgumentException("a")));
        assertEquals(FaultCode.of(fault("a")), FaultCode.of(new IllegalStateException("wrapped", fault("a"))));
        assertTrue(FaultCode.of(fault("a")).matches("F-[0-9A-HJKMNP-TV-Z]{5}"));
    }

    @Test
    void theDetailsOfAFaultHoldNoneOfItsMessages() {
        var details = FaultCode.details(new IllegalStateException("Planted", fault("Surname")));
        assertFalse(details.contains("Planted"));
        assertFalse(details.contains("Surname"));
        assertTrue(details.contains("java.lang.IllegalStateException"));
    }

    private static RuntimeException fault(String message) {
        return new IllegalStateException(message);
    }

    @Test
    void aDifferenceReadsAsBothTextsForAnyTwoTexts() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var before = sentence(random);
            var after = sentence(random);
            var runs = Words.compare(before, after);
            assertEquals(words(after), words(text(runs, Words.Fate.WENT)), "seed " + seed);
            assertEquals(words(before), words(text(runs, Words.Fate.CAME)), "seed " + seed);
        }
    }

    private static String sentence(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> List.of("close", "two", "lines", "in", "May").get(random.nextInt(5)))
                .collect(Collectors.joining(" "));
    }

    private static String text(List<Words.Run> runs, Words.Fate without) {
        return runs.stream().filter(run -> run.fate() != without).map(Words.Run::text).collect(Collectors.joining(" "));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    @Test
    void textSizesGoUpAndDownByStepsAndStopAtTheEnds() {
        assertEquals(110, TextSize.larger(100));
        assertEquals(200, TextSize.larger(200));
        assertEquals(175, TextSize.smaller(200));
        assertEquals(100, TextSize.smaller(100));
    }
}
