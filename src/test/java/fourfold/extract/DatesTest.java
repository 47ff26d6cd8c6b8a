package fourfold.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.plan.Action;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static Gathered<Action> due(String... dates) {
        var rows = IntStream.range(0, dates.length)
                .mapToObj(i -> "A" + i + ",T,Pursue,Title,Done,\"" + dates[i] + "\"\n")
                .collect(Collectors.joining());
        var text = "Action ref,Threat ref,4P,Title,Status,Due\n" + rows;
        return Gathered.from(
                ExtractTable.ACTIONS,
                ExtractSource.of("actions.csv", text.getBytes(StandardCharsets.UTF_8)),
                ThreatRefs.any());
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-01, 2022-06-01", "01/06/2022, 2022-06-01", "1/6/2022, 2022-06-01", "01-06-2022, 2022-06-01",
        "01.06.2022, 2022-06-01", "1 Jun 2022, 2022-06-01", "01-Jun-2022, 2022-06-01", "1 June 2022, 2022-06-01",
        "1st June 2022, 2022-06-01", "01-JUN-22, 2022-06-01", "01/06/22, 2022-06-01", "2022/06/01, 2022-06-01",
        "2022-06-01 00:00:00, 2022-06-01", "2022-06-01T00:00:00.000Z, 2022-06-01", "01/06/2022 00:00, 2022-06-01",
        "' 2022-06-01 ', 2022-06-01", "01/02/2022, 2022-02-01", "29/02/2020, 2020-02-29"
    })
    void anyCommonFormIsRead(String written, String meant) {
        var found = due(written);
        assertEquals(List.of(), found.rejected.stream().map(Finding::sentence).toList());
        assertEquals(meant, found.good.getFirst().value().print(Action.DUE));
    }

    @ParameterizedTest
    @CsvSource({
        "31/11/2021, IMPOSSIBLE_DATE, November has 30 days",
        "29/02/2021, IMPOSSIBLE_DATE, 2021 is not a leap year",
        "30/02/2021, IMPOSSIBLE_DATE, February 2021 has 28 days",
        "32/01/2021, IMPOSSIBLE_DATE, January has 31 days",
        "00/01/2021, IMPOSSIBLE_DATE, day 0",
        "06/13/2021, IMPOSSIBLE_DATE, month 13; the file is day first",
        "2021-00-10, IMPOSSIBLE_DATE, month 0",
        "31 June 2021, IMPOSSIBLE_DATE, June has 30 days",
        "0022-06-01, IMPOSSIBLE_DATE, the year 22 cannot be meant",
        "21-07-05, NOT_A_DATE, could mean several days",
        "44713, NOT_A_DATE, is not a date",
        "soon, NOT_A_DATE, is not a date",
        "2022-06-01 14:30, NOT_A_DATE, has a time of day",
        "=TODAY(), NOT_A_DATE, is not a date"
    })
    void anyOtherIsRejectedWithItsReason(String written, Finding.Code code, String reason) {
        var found = due(written);
        assertEquals(1, found.rejected.size(), () -> found.good.toString());
        assertEquals(code, found.rejected.getFirst().code());
        assertTrue(found.rejected.getFirst().reason().contains(reason), found.rejected.getFirst().reason());
        assertEquals("Due", found.rejected.getFirst().column());
    }

    @Test
    void aFileThatIsClearlyMonthFirstIsNotReadAtAll() {
        var found = due("01/02/2022", "06/13/2021", "12/31/2021", "07/20/2021");
        assertEquals(List.of(), found.good);
        assertEquals(
                Stream.generate(() -> Finding.Code.MONTH_FIRST).limit(4).toList(),
                found.rejected.stream().map(Finding::code).toList());
    }

    @Test
    void oneImpossibleDateAmongAmbiguousOnesIsRejectedAndTheDoubtIsTold() {
        var found = due("01/02/2022", "06/13/2021", "03/04/2022");
        assertEquals(2, found.good.size());
        assertTrue(found.warnings.stream().anyMatch(w -> w.code() == Finding.Code.DATES_DOUBTFUL));
    }

    @Test
    void aFileThatIsDayFirstSomewhereIsDayFirstEverywhere() {
        var found = due("01/02/2022", "06/13/2021", "31/04/2022", "13/04/2022");
        assertEquals(List.of(2, 5), found.good.stream().map(CheckedRow::record).toList());
        assertTrue(found.warnings.stream().noneMatch(w -> w.code() == Finding.Code.DATES_DOUBTFUL));
    }
}
