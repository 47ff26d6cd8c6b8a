package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.desk.Oracle;
import fourfold.desk.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Figures of the example region by command, against the oracle; `OracleTest` asks the desk for every one of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresByCommandTest {

    private final Oracle oracle = Oracle.read();
    private final TestVaults.HandClock clock = TestVaults.clock();
    private Shell shell;

    @BeforeAll
    void load(@TempDir Path folder) {
        shell = new Shell(folder, clock);
        done("init", "--agency", "EMSOU", "--user", "X90001", "--name", "A", "--role", "administrator,lro,analyst");
        var example = Path.of("src/main/resources/fourfold/example");
        var load = new ArrayList<>(List.of("load"));
        for (var table : List.of("threats", "plans", "actions", "disruptions", "meetings"))
            load.addAll(List.of("--" + table, example.resolve(table + ".csv").toString()));
        done(load.toArray(String[]::new));
    }

    private Shell.Result done(String... args) {
        var result = shell.on(args);
        assertEquals(0, result.exit(), () -> String.join(" ", args) + ": " + result.err());
        return result;
    }

    private List<Map<String, Json>> figures(String... args) {
        var all = new String[args.length + 1];
        all[0] = "figures";
        System.arraycopy(args, 0, all, 1, args.length);
        return objects(done(all));
    }

    private static Map<String, Long> byAgency(List<Map<String, Json>> figures, String member) {
        var counts = new TreeMap<String, Long>();
        figures.forEach(one -> counts.put(one.get("agency").text(), one.get(member).whole()));
        return counts;
    }

    private Map<String, Long> expected(String... path) {
        var numbers = new TreeMap<String, Long>();
        oracle.numbers(path).forEach((names, number) -> numbers.put(names.getFirst(), number));
        return numbers;
    }

    @Test
    void theFourPrescribedViewsGiveWhatTheReportPrints() {
        assertEquals(expected("threats", "five_tests", "by_agency"), byAgency(figures("--view", "threats-hmicfrs", "--by", "agency"), "count"));
        assertEquals(
                expected("disruptions", "strict_as_printed", "lead", "by_agency"),
                byAgency(figures("--view", "disruptions-printed", "--by", "agency"), "count"));
        var year = figures("--view", "disruptions-year", "--by", "agency");
        assertEquals(expected("disruptions", "year", "lead", "by_agency"), byAgency(year, "count"));
        assertEquals(expected("disruptions", "year", "lead", "percent_agency_share"), byAgency(year, "percent"));
        assertEquals(
                expected("disruptions", "inclusive", "lead", "by_agency"),
                byAgency(figures("--view", "disruptions-inclusive", "--by", "agency"), "count"));
        for (var one : year) {
            assertEquals("disruptions-year", one.get("view").text());
            assertTrue(one.get("rule").text().contains("appendix 2"));
            assertTrue(one.get("reading").text().contains("31 May 2022"));
            assertEquals(oracle.whole("disruptions", "year", "lead", "total"), one.get("of").whole());
        }
    }

    @Test
    void aDayAPeriodAConditionAndAShareCanBeGiven() {
        assertEquals(
                expected("threats", "as_at_2022-02-01", "on_list_four_tests", "by_agency"),
                byAgency(
                        figures("--view", "threats-hmicfrs", "--as-at", "1 February 2022", "--where", "masterList=On list", "--by", "agency"),
                        "count"));
        assertEquals(
                expected("disruptions", "inclusive", "lead", "by_agency"),
                byAgency(figures("--view", "disruptions-printed", "--period", "disruptions-inclusive", "--by", "agency"), "count"));
        var drugs = figures("--view", "disruptions-year", "--by", "agency", "--share", "area=Illegal drugs", "--share", "area=Illegal firearms");
        assertEquals(expected("disruptions", "year", "lead", "drugs_or_firearms"), byAgency(drugs, "count"));
        assertEquals(expected("disruptions", "year", "lead", "percent_drugs_or_firearms"), byAgency(drugs, "percent"));
        assertEquals(expected("disruptions", "year", "lead", "by_agency"), byAgency(drugs, "of"));
    }

    @Test
    void whatIsNoneIsShownAsNone() {
        var mix = figures("--view", "disruptions-year", "--by", "agency,p", "--where", "agency=Lincolnshire");
        var counts = new TreeMap<String, Long>();
        mix.forEach(one -> counts.put(one.get("p").text(), one.get("count").whole()));
        oracle.numbers("disruptions", "year", "lead", "by_agency_4p", "Lincolnshire")
                .forEach((p, number) -> assertEquals(number, counts.get(p.getFirst())));
        assertEquals(new TreeSet<>(List.of("Pursue", "Prevent", "Protect", "Prepare")), counts.keySet());
    }

    @Test
    void theReferencesCountedCanBeHadAndSums() {
        var overdue = figures("--view", "actions-overdue", "--as-at", "2022-05-31", "--refs").getFirst();
        assertEquals(
                new TreeSet<>(oracle.texts("actions", "overdue", "refs")),
                new TreeSet<>(overdue.get("refs").items().stream().map(Json::text).toList()));
        var sums = figures("--view", "disruptions-led", "--where", "tag=FOREIGN_NATIONAL_OFFENDER", "--sums").getFirst().get("sums");
        oracle.at("disruptions", "quantities", "all_lead_rows_tag_FOREIGN_NATIONAL_OFFENDER").members().values()
                .forEach((label, sum) -> assertEquals(sum, sums.members().get(label)));
    }

    @Test
    void theSameTableComesAsCsv() {
        var csv = done("figures", "--view", "disruptions-year", "--by", "agency,area", "--format", "csv").out();
        var lines = csv.split("\r\n");
        assertEquals("agency,area,count,of,percent,view,rule,reading,asAt,knownOn,from,to", lines[0]);
        assertEquals(1 + oracle.numbers("disruptions", "year", "lead", "by_agency_area").size(), lines.length);
        var beside = done(
                        "figures", "--view", "disruptions-year", "--by", "agency", "--where", "agency=Lincolnshire",
                        "--against", "disruptions-printed", "--format", "csv")
                .out()
                .strip();
        long less = oracle.whole("disruptions", "year", "lead", "by_agency", "Lincolnshire")
                - oracle.whole("disruptions", "strict_as_printed", "lead", "by_agency", "Lincolnshire");
        assertTrue(less < 0 && beside.endsWith("," + less), beside);
        assertTrue(csv.contains("EMSOU,\"International bribery, corruption and sanctions contravention\","));
    }

    @Test
    void whatWasKnownOnAMomentStaysAsItWasAndCanBeProved() {
        var question = List.of("--view", "threats-all", "--by", "agency,division", "--refs");
        var before = figures(question.toArray(String[]::new));
        assertEquals(List.of(), figures("--view", "threats-all", "--known-on", "2022-06-20", "--by", "phase"));
        clock.forward(Duration.ofDays(3));
        done("edit", "threat", "EMS-0003", "--set", "area=Elsewhere");
        assertNotEquals(counts(before, "division"), counts(figures(question.toArray(String[]::new)), "division"));
        var asked = new ArrayList<>(question);
        asked.addAll(List.of("--known-on", "2022-06-21", "--prove"));
        asked.addFirst("figures");
        var known = done(asked.toArray(String[]::new));
        assertEquals(counts(before, "division"), counts(objects(known), "division"));
        assertTrue(known.err().contains("A full projection of the journal up to that moment gives the same figures."));
        assertEquals("2022-06-21T22:59:59.999Z", known.json().items().getFirst().members().get("knownOn").text());
    }

    private static List<Map<String, Json>> objects(Shell.Result result) {
        return result.json().items().stream().map(one -> (Map<String, Json>) one.members().values()).toList();
    }

    private static List<String> counts(List<Map<String, Json>> figures, String key) {
        return figures.stream()
                .map(one -> one.get("agency").text() + one.get(key).text() + one.get("count").whole() + one.get("refs"))
                .toList();
    }

    @Test
    void whatCannotBeAskedIsRefusedInOneSentence() {
        refused("There is no view \"all\", only threats-hmicfrs", "--view", "all");
        refused("--as-at: \"2022-02-30\" is not a date: February 2022 has 28 days.", "--view", "threats-hmicfrs", "--as-at", "2022-02-30");
    }

    @Test
    void frozenFiguresStayAsTheyAre() {
        var asked = List.of("--view", "threats-all", "--by", "agency,soc", "--refs");
        var before = figures(asked.toArray(String[]::new));
        var freezing = new ArrayList<>(asked);
        freezing.addFirst("figures");
        freezing.addAll(List.of("--freeze", "Return for June"));
        assertTrue(done(freezing.toArray(String[]::new)).err().contains("Frozen as Return for June, SHA-256 "));
        var again = shell.on(freezing.toArray(String[]::new));
        assertEquals(1, again.exit());
        assertEquals(List.of("There are frozen figures called Return for June already."), again.errors());
        clock.forward(Duration.ofHours(1));
        done("edit", "threat", "EMS-0001", "--set", "soc=Non-SOC");
        assertNotEquals(counts(before, "soc"), counts(figures(asked.toArray(String[]::new)), "soc"));
        var kept = done("frozen", "show", "Return for June").get("content").members().get("rows").items();
        assertEquals(
                before.stream().map(one -> one.get("count")).toList(),
                kept.stream().map(one -> one.members().get("count")).toList());
        var verdict = done("frozen", "verify", "Return for June");
        assertEquals(Json.of(true), verdict.get("intact"));
        assertEquals(Json.of(true), verdict.get("recounted"));
        assertEquals("threats-all", done("frozen", "list").json().items().getFirst().members().get("view").text());
    }

    @Test
    void theReadingsOfTheYearStandSideBySide() {
        var table = figures("--view", "disruptions-year", "--by", "agency", "--against", "disruptions-printed",
                "--against-from", "2021-06-01", "--against-to", "2022-05-31");
        for (var one : table) {
            var agency = one.get("agency").text();
            long year = oracle.whole("disruptions", "year", "lead", "by_agency", agency);
            var readings = List.of("strict_as_printed", "inclusive");
            for (int i = 0; i < readings.size(); i++) {
                var beside = one.get("against").items().get(i).members().values();
                long other = oracle.whole("disruptions", readings.get(i), "lead", "by_agency", agency);
                assertEquals(other, beside.get("count").whole());
                assertEquals(year - other, beside.get("difference").whole());
            }
        }
    }

    private void refused(String sentence, String... args) {
        var all = new String[args.length + 1];
        all[0] = "figures";
        System.arraycopy(args, 0, all, 1, args.length);
        var result = shell.on(all);
        assertEquals(1, result.exit(), result.err());
        assertTrue(result.err().startsWith(sentence), result.err());
        assertEquals(1, result.errors().size());
        assertFalse(result.out().contains("["));
    }
}
