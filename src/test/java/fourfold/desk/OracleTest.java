package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.figures.Figures;
import fourfold.core.figures.Question;
import fourfold.core.figures.Term;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Json;
import fourfold.core.threat.Threat;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.io.TempDir;

/// Every value of the oracle, counted by the figures desk from the example region as it is loaded. No number stands here:
/// the days are the oracle's own, and what is expected is read from it by its path.
///
/// It changes the time zone and the language of the whole process, so that nothing may run beside it.
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleTest {

    private static final Map<String, String> READINGS =
            Map.of("strict_as_printed", "printed", "year", "year", "inclusive", "inclusive");

    private static final Map<String, String> KEYS = Map.of(
            "agency", "agency", "kind", "kind", "4p", "p", "category", "category", "area", "area", "unit", "unit", "lro", "lro");

    private final Oracle oracle = Oracle.read();
    private final LocalDate snapshot = day("snapshot");
    private final LocalDate filterAfter = day("filter_after");
    private final LocalDate yearEnd = day("year_end_and_as_at");
    private Office office;

    @BeforeAll
    void load(@TempDir Path folder) {
        office = TestVaults.begin(folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO);
        TestVaults.loadExample(office);
    }

    @AfterAll
    void close() {
        office.close();
    }

    private LocalDate day(String name) {
        return LocalDate.parse(oracle.at("dates", name).text());
    }

    private Figures answer(Question question) {
        return office.figures().answer(question).orThrow();
    }

    private static Question view(String name, String... keys) {
        return Question.of(name).by(keys);
    }

    private static List<Term> terms(String... written) {
        return Arrays.stream(written).map(text -> Term.of(text).orThrow()).toList();
    }

    private static String[] keys(String name) {
        return Arrays.stream(name.replaceFirst("^(by|percent)_", "").split("_")).map(KEYS::get).toArray(String[]::new);
    }

    private static List<String> named(Figures.Row row) {
        return row.values().stream().map(value -> value.equals("(blank)") ? "none" : value).toList();
    }

    /// Every number below the path, and no other but 0.
    private void counts(Question question, String... path) {
        var expected = new TreeMap<List<String>, Long>(java.util.Comparator.comparing(List::toString));
        oracle.numbers(path).forEach((names, number) ->
                expected.put(names.stream().map(name -> name.equals("(blank)") ? "none" : name).toList(), number));
        var counted = new TreeMap<List<String>, Long>(java.util.Comparator.comparing(List::toString));
        for (var row : answer(question).rows()) counted.put(named(row), row.count());
        expected.keySet().forEach(names -> counted.putIfAbsent(names, 0L));
        counted.entrySet().removeIf(row -> row.getValue() == 0 && !expected.containsKey(row.getKey()));
        assertEquals(expected, counted, String.join("/", path));
    }

    private void percents(Question question, String... path) {
        var expected = oracle.numbers(path);
        for (var row : answer(question).rows())
            row.percent().ifPresentOrElse(
                    percent -> {
                        if (expected.containsKey(row.values()) || percent != 0)
                            assertEquals(expected.get(row.values()), percent, row.values() + " of " + String.join("/", path));
                    },
                    () -> assertTrue(!expected.containsKey(row.values()), String.join("/", path)));
        assertTrue(expected.keySet().stream()
                .allMatch(names -> answer(question).row(names.toArray(String[]::new)).isPresent()));
    }

    private void refs(Collection<String> expected, Question question) {
        assertEquals(new TreeSet<>(expected), new TreeSet<>(all(question)));
    }

    private List<String> all(Question question) {
        return answer(question.withRefs()).rows().stream().flatMap(row -> row.refs().stream()).toList();
    }

    private long total(Question question) {
        return answer(question).total();
    }

    /// `total`, `by_agency`, `by_kind`, `by_agency_kind` and whatever else stands at a path under such names.
    private void groups(Question question, String... path) {
        for (var name : oracle.at(path).members().values().keySet()) {
            var below = new ArrayList<>(List.of(path));
            below.add(name);
            var at = below.toArray(String[]::new);
            switch (name) {
                case "total", "rows" -> assertEquals(oracle.whole(at), total(question), String.join("/", at));
                case "major_or_moderate" -> counts(shared(question, "category=Major", "category=Moderate"), at);
                case "percent_major_or_moderate" -> percents(shared(question, "category=Major", "category=Moderate"), at);
                case "drugs_or_firearms" -> counts(shared(question, "area=Illegal drugs", "area=Illegal firearms"), at);
                case "percent_drugs_or_firearms" -> percents(shared(question, "area=Illegal drugs", "area=Illegal firearms"), at);
                case "csea_or_msht" -> counts(shared(question, "area=Child sexual abuse and exploitation",
                        "area=Modern slavery and human trafficking"), at);
                case "percent_agency_share" -> percents(question.by("agency"), at);
                case "percent_4p", "percent_area", "percent_category" ->
                    percents(question.by("agency", keys(name)[0]), at);
                default -> counts(question.by(keys(name)), at);
            }
        }
    }

    private static Question shared(Question question, String... terms) {
        return question.by("agency").share(terms(terms));
    }

    @Test
    void threatsOnADayAreThoseOfTheirOwnDates() {
        var list = "as_at_" + snapshot;
        groups(view("threats-on-list").asAt(snapshot), "threats", list, "on_list");
        groups(view("threats-hmicfrs").asAt(snapshot).where(terms("master-list=On list")),
                "threats", list, "on_list_four_tests");
        groups(view("threats-off-list").asAt(snapshot), "threats", list, "off_list");
        var onList = Question.of("threats-on-list").asAt(snapshot);
        counts(onList.by("agency", "area"), "threats", list, "on_list_by_agency_area");
        counts(onList.by("agency", "lro"), "threats", list, "on_list_by_agency_lro");
        counts(onList.by("agency", "area").where(terms("kind=Organised crime group")),
                "threats", list, "on_list_ocg_by_agency_area");
        counts(onList.by("agency").where(terms("kind=SOC vulnerability", "tag=COUNTY_LINES")),
                "threats", list, "on_list_county_lines_vulnerabilities_by_agency");
        counts(Question.of("threats-off-list").asAt(snapshot).by("agency", "master-list"),
                "threats", list, "off_list_by_agency_status");
        counts(Question.of("threats-off-list").asAt(snapshot).by("reason"), "threats", "off_list_reasons_as_at_" + snapshot);
    }

    @Test
    void theFivePrintedTestsAreKeptToTheWord() {
        var printed = view("threats-hmicfrs");
        groups(printed, "threats", "five_tests");
        groups(printed.where(terms("master-list=On list")), "threats", "five_tests_on_list");
        groups(printed.where(terms("master-list=On list", "mapped<=" + snapshot)),
                "threats", "five_tests_on_list_mapped_by_snapshot");
        assertEquals(oracle.whole("threats", "rows"), total(view("threats-all")));
        var failing = oracle.numbers("threats", "rows_failing_exactly_one_test");
        failing.forEach((test, number) ->
                assertEquals(number, answer(view("threats-all", "fails")).row(test.getFirst()).orElseThrow().count()));
        counts(view("threats-all", "phase").where(terms("open=No")), "threats", "rows_by_phase", "contains_closed");
        counts(view("threats-all", "phase").where(terms("open=Yes")), "threats", "rows_by_phase", "does_not");
        refs(oracle.texts("threats", "phase_contains_closed_but_no_date_closed"),
                view("threats-all").where(terms("open=No", "closed=")));
    }

    @Test
    void openAndStalledThreatsAreThoseOfTheOracle() {
        groups(view("threats-open"), "threats", "open");
        refs(oracle.texts("threats", "open_without_lro"), view("threats-open").where(terms("lro=")));
        counts(view("threats-open", "agency", "lro"), "threats", "open_by_agency_lro");
        var stalled = view("threats-stalled").asAt(yearEnd);
        refs(oracle.texts("threats", "stalled", "refs"), stalled);
        counts(stalled.by("agency"), "threats", "stalled", "by_agency");
        refs(oracle.texts("threats", "stalled", "on_list"), stalled.where(terms("master-list=On list")));
        refs(oracle.texts("threats", "stalled", "on_list_ocg"),
                stalled.where(terms("master-list=On list", "kind=Organised crime group")));
        refs(oracle.texts("threats", "stalled_over_12_months"),
                stalled.where(terms("identified<=" + filterAfter.minusDays(1))));
        refs(oracle.texts("threats", "stalled_by_record_date"), view("threats-stalled-by-record-date").asAt(yearEnd));
        refs(oracle.texts("threats", "stalled_no_countable"),
                view("threats-without-lead").during(filterAfter.plusDays(1), yearEnd));
    }

    @Test
    void threatsOffTheListSayWhy() {
        var off = view("threats-all").where(terms("master-list!=On list"));
        var counted = new TreeSet<>(all(view("threats-off-list").asAt(snapshot)));
        var expected = new TreeMap<String, String>();
        for (var one : oracle.at("threats", "off_list_all").items()) {
            var its = one.members().values();
            var name = "counted_as_at_" + snapshot;
            expected.put(its.get("ref").text(), its.get("status").text() + "/" + its.get("reason").text());
            assertEquals(its.get(name).equals(Json.of(true)), counted.contains(its.get("ref").text()));
        }
        var said = new TreeMap<String, String>();
        for (var row : answer(off.by("ref", "master-list", "reason")).rows())
            if (row.count() > 0) said.put(row.values().get(0), row.values().get(1) + "/" + row.values().get(2).replace("(blank)", ""));
        assertEquals(expected, said);
        refs(oracle.texts("threats", "off_list_without_reason"), off.where(terms("master-list!=On list", "reason=")));
    }

    @Test
    void oneCollarNumberIsOnePerson() {
        var both = view("threats-all").where(terms("sio-is-lro=Yes"));
        refs(oracle.texts("threats", "sio_is_lro", "refs"), both);
        counts(both.by("agency"), "threats", "sio_is_lro", "by_agency");
        counts(view("threats-open", "agency").where(terms("sio-is-lro=Yes")), "threats", "sio_is_lro", "open_by_agency");
        // the same text is the same person too, so these are among them
        assertTrue(all(both).containsAll(oracle.texts("threats", "sio_is_lro", "same_text")));
    }

    @Test
    void eventsAreCountedByEachReadingOfTheDates() {
        assertEquals(oracle.whole("disruptions", "rows"), total(view("disruptions-all")));
        counts(view("disruptions-all", "type"), "disruptions", "by_type");
        READINGS.forEach((reading, name) -> {
            groups(view("disruptions-" + name), "disruptions", reading, "lead");
            groups(view("support-" + name), "disruptions", reading, "support");
            var named = answer(view("disruptions-" + name, "supporter"));
            oracle.numbers("disruptions", reading, "lead_rows_naming_supporter").forEach((agency, number) ->
                    assertEquals(number, named.row(agency.getFirst()).map(Figures.Row::count).orElse(0L)));
            refs(oracle.texts("disruptions", reading, "all_pursue"), name);
            var window = answer(view("disruptions-" + name)).window();
            var counted = view("disruptions-counted").during(window.from(), window.to());
            groups(counted, "disruptions", reading, "countable_ocg");
            groups(counted.where(terms("master-list=On list")), "disruptions", reading, "countable_ocg_on_list");
        });
    }

    /// The agencies of whose events every one is under Pursue.
    private void refs(Collection<String> expected, String name) {
        assertEquals(
                new TreeSet<>(expected),
                new TreeSet<>(answer(view("disruptions-" + name, "agency", "p")).rows().stream()
                        .filter(row -> row.values().get(1).equals("Pursue") && row.of() > 0 && row.count() == row.of())
                        .map(row -> row.values().getFirst())
                        .toList()));
    }

    @Test
    void whatIsLeftOutOfTheYearIsSaidWhy() {
        var led = view("disruptions-led", "agency");
        var assessed = terms("category=Major", "category=Moderate", "category=Minor");
        Map<String, Question> why = Map.of(
                "recorded before " + filterAfter, led.during(null, filterAfter.minusDays(1)).where(assessed),
                "recorded on " + filterAfter, led.during(filterAfter, filterAfter).where(assessed),
                "recorded after " + yearEnd, led.during(yearEnd.plusDays(1), null).where(assessed),
                "Unassessed", led.during(filterAfter.plusDays(1), yearEnd).where(terms("category=Unassessed")),
                "No impact", led.during(filterAfter.plusDays(1), yearEnd).where(terms("category=No impact")),
                "Negative", led.during(filterAfter.plusDays(1), yearEnd).where(terms("category=Negative")));
        oracle.numbers("disruptions", "lead_rows_left_out_of_year").forEach((names, number) -> {
            var question = why.get(names.get(1));
            assertEquals(number, answer(question).row(names.getFirst()).orElseThrow().count(), names.toString());
        });
        for (var day : oracle.at("disruptions", "lead_assessed_recorded_on").members().values().keySet())
            refs(oracle.texts("disruptions", "lead_assessed_recorded_on", day),
                    view("disruptions-printed").during(LocalDate.parse(day), LocalDate.parse(day)));
        counts(view("disruptions-by-event-date", "agency"), "disruptions", "lead_assessed_by_event_date");
    }

    @Test
    void eventsAreCountedByAreaAndByWhatTheyState() {
        var own = answer(view("disruptions-year", "agency", "division"));
        var ecu = answer(view("disruptions-year", "agency", "division").where(terms("unit=ECU")));
        oracle.numbers("disruptions", "year_lead_by_agency_local_area").forEach((names, number) ->
                assertEquals(number, own.row(names.toArray(String[]::new)).orElseThrow().count(), names.toString()));
        oracle.numbers("disruptions", "year_lead_ecu_by_agency_local_area").forEach((names, number) ->
                assertEquals(number, ecu.row(names.toArray(String[]::new)).map(Figures.Row::count).orElse(0L)));
        sums(answer(view("disruptions-year", "agency").withSums()), "year_lead_assessed_by_agency");
        sums(answer(view("disruptions-led", "agency").withSums()), "all_lead_rows_by_agency");
        var tagged = answer(view("disruptions-led").where(terms("tag=FOREIGN_NATIONAL_OFFENDER")).withSums());
        sums(tagged.rows().getFirst(), oracle.at("disruptions", "quantities", "all_lead_rows_tag_FOREIGN_NATIONAL_OFFENDER"));
        var year = answer(view("disruptions-year", "agency").withSums());
        oracle.at("disruptions", "quantities", "largest_seizure_by_agency_in_year").members().values().forEach((agency, most) ->
                assertEquals(most.text(), year.row(agency).orElseThrow().largest().get("Assets seized GBP")));
    }

    private void sums(Figures figures, String name) {
        oracle.at("disruptions", "quantities", name).members().values().forEach((agency, sums) ->
                sums(figures.row(agency).orElseThrow(), sums));
    }

    private static void sums(Figures.Row row, Json expected) {
        expected.members().values().forEach((label, sum) ->
                assertEquals(sum instanceof Json.Text(var text) ? text : Long.toString(sum.whole()), row.sums().get(label)));
    }

    @Test
    void assessingWhatIsUnassessedWouldAddNothingThatCounts() {
        var extra = answer(view("disruptions-led", "agency")
                .during(filterAfter.plusDays(1), yearEnd)
                .where(terms("category=Unassessed", "kind!=Organised crime group")));
        var year = answer(view("disruptions-year", "agency"));
        var counted = answer(view("disruptions-counted", "agency").during(filterAfter.plusDays(1), yearEnd));
        oracle.at("disruptions", "what_if_assessed").members().values().forEach((agency, numbers) -> {
            var values = numbers.members().values();
            long more = extra.row(agency).orElseThrow().count();
            assertEquals(values.get("extra_rows").whole(), more);
            assertEquals(values.get("lead_total").whole(), year.row(agency).orElseThrow().count() + more);
            assertEquals(values.get("countable_ocg").whole(), counted.row(agency).orElseThrow().count());
        });
    }

    @Test
    void plansAreCounted() {
        assertEquals(oracle.whole("plans", "rows"), total(view("plans")));
        counts(view("plans", "status"), "plans", "by_state");
        counts(view("plans", "agency"), "plans", "by_agency");
        emptyPs("empty-p", "empty_p");
        emptyPs("empty-p-any-status", "empty_p_any_status");
        counts(view("plans-empty-p", "agency"), "plans", "empty_p_count_by_agency");
        counts(view("plans", "empty-p"), "plans", "empty_p_by_p");
        refs(oracle.texts("plans", "pursue_only"), view("plans").where(terms("pursue-only=Yes")));
        refs(oracle.texts("plans", "without_actions"), view("plans").where(terms("has-actions=No")));
        refs(oracle.texts("plans", "review_overdue"), view("plans-review-overdue").asAt(yearEnd));
        refs(oracle.texts("plans", "review_due_on_" + yearEnd), view("plans").where(terms("next-review=" + yearEnd)));
        assertEquals(oracle.whole("plans", "never_approved"), total(view("plans").where(terms("last-approved="))));
        refs(oracle.texts("plans", "every_action_owned_by_lro"), view("plans").where(terms("every-action-with-lro=Yes")));
        oracle.numbers("plans", "role_blank_by_agency").forEach((names, number) -> {
            var key = names.get(1).toLowerCase(Locale.ROOT).replace(' ', '-');
            assertEquals(
                    number,
                    answer(view("plans", "agency").where(terms(key + "="))).row(names.getFirst()).orElseThrow().count());
        });
    }

    private void emptyPs(String key, String name) {
        var expected = new TreeMap<String, TreeSet<String>>();
        oracle.at("plans", name).members().values().forEach((ref, ps) ->
                expected.put(ref, new TreeSet<>(ps.items().stream().map(Json::text).toList())));
        var counted = new TreeMap<String, TreeSet<String>>();
        for (var row : answer(view("plans", key).withRefs()).rows())
            for (var ref : row.refs()) counted.computeIfAbsent(ref, one -> new TreeSet<>()).add(row.values().getFirst());
        assertEquals(expected, counted);
    }

    @Test
    void actionsAreCounted() {
        assertEquals(oracle.whole("actions", "rows"), total(view("actions")));
        counts(view("actions", "p"), "actions", "by_4p");
        counts(view("actions", "status"), "actions", "by_status");
        counts(view("actions", "agency", "p"), "actions", "by_agency_4p");
        var overdue = view("actions-overdue").asAt(yearEnd);
        assertEquals(oracle.whole("actions", "overdue", "total"), total(overdue));
        counts(overdue.by("agency"), "actions", "overdue", "by_agency");
        refs(oracle.texts("actions", "overdue", "refs"), overdue);
        refs(oracle.texts("actions", "due_on_" + yearEnd + "_not_finished"), view("actions").where(terms(
                "due=" + yearEnd, "status!=Done", "status!=Cancelled", "status!=Declined")));
        assertEquals(oracle.whole("actions", "due_blank"), total(view("actions").where(terms("due="))));
        refs(oracle.texts("actions", "declined_without_reason"),
                view("actions").where(terms("status=Declined", "result-given=No")));
        counts(view("actions-done-not-recorded", "agency", "p"), "actions", "done_without_disruption_in_same_p");
    }

    @Test
    void meetingsAreCounted() {
        var review = day("meeting_review");
        assertEquals(oracle.whole("meetings", "rows"), total(view("meetings")));
        counts(view("meetings", "status"), "meetings", "by_status");
        counts(view("meetings", "kind", "status"), "meetings", "by_kind_status");
        counts(view("meetings", "reason").where(terms("status=Cancelled")), "meetings", "cancelled_by_reason");
        Map<String, Function<Question, Question>> periods = Map.of(
                "before_" + review, question -> question.during(null, review.minusDays(1)),
                "from_" + review, question -> question.during(review, null));
        periods.forEach((name, during) -> {
            counts(during.apply(view("meetings", "status")), "meetings", "by_period_status", name);
            for (var what : List.of("invited", "attended")) {
                var figures = answer(during.apply(view("attendance", what)));
                oracle.at("meetings", "attendance").members().values().forEach((body, numbers) -> assertEquals(
                        numbers.members().get(name).members().get(what).whole(),
                        figures.row(body).map(Figures.Row::count).orElse(0L), body));
            }
        });
        var delays = new TreeMap<String, String>();
        oracle.at("meetings", "decision_delay").members().values().forEach((names, days) ->
                delays.put(names, days.isNothing() ? "(blank)" : Long.toString(days.whole())));
        var counted = new TreeMap<String, String>();
        for (var row : answer(view("decisions-delayed", "meeting", "threat", "days")).rows())
            counted.put(row.values().get(0) + " " + row.values().get(1), row.values().get(2));
        assertEquals(delays, counted);
    }

    @Test
    void nothingIsShownAsNothing() {
        var none = answer(view("disruptions-year", "agency").during(LocalDate.of(1999, 1, 1), LocalDate.of(1999, 12, 31)));
        assertEquals(oracle.at("agencies").items().size(), none.rows().size());
        assertTrue(none.rows().stream().allMatch(row -> row.count() == 0 && row.percent().isEmpty()));
    }

    @Test
    void whatCannotBeAskedIsRefusedInOneSentence() {
        var year = view("disruptions-year");
        refused("There is no key \"colour\" for events, only ", year.by("agency", "colour"));
        refused("There is no key \"colour\" for events, only ", year.where(terms("colour=Red")));
        refused("There is no p \"Push\", only Pursue, Prevent, Protect, Prepare.", year.where(terms("p=Push")));
        refused("area is no date", year.where(terms("area<=2022-01-01")));
        refused("record-date: \"soon\" is not a date.", year.where(terms("record-date<=soon")));
        refused("The view threats-hmicfrs counts what stands and has no period", view("threats-hmicfrs").during(snapshot, null));
        refused("The period ends before it begins.", year.during(yearEnd, snapshot));
        refused("There is no key \"agency\" for meetings", view("meetings", "agency"));
        assertTrue(office.figures().period("soon", null) instanceof fourfold.core.kernel.Outcome.Refused<?>);
        assertTrue(office.figures().moment("soon") instanceof fourfold.core.kernel.Outcome.Refused<?>);
    }

    private void refused(String sentence, Question question) {
        if (!(office.figures().answer(question) instanceof fourfold.core.kernel.Outcome.Refused<Figures>(var problem)))
            throw new AssertionError("answered: " + question);
        assertTrue(problem.sentence().startsWith(sentence), problem.sentence());
    }

    @Test
    void theTimeZoneAndTheLanguageOfTheMachineChangeNothing() {
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        var question = view("threats-hmicfrs", "agency", "kind").asAt(snapshot).withRefs();
        var months = view("disruptions-year", "month").withSums();
        var before = List.of(answer(question), answer(months));
        try {
            for (var other : List.of("Pacific/Kiritimati", "America/Los_Angeles")) {
                TimeZone.setDefault(TimeZone.getTimeZone(other));
                Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
                assertEquals(before, List.of(answer(question), answer(months)));
                assertEquals(FigureTable.sentence(before.getFirst()), FigureTable.sentence(answer(question)));
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void aChangeIsCountedAndOnlyWhatChangedIsReadAgain() {
        var before = office.figures().facts().orThrow();
        assertSame(before, office.figures().facts().orThrow());
        var kept = office.threats().open(oracle.texts("threats", "open_without_lro").getFirst()).orThrow();
        var priority = view("threats-all").where(terms("priority=Regional priority"));
        long had = total(priority);
        office.threats()
                .edit(new ThreatDesk.Edit(
                        kept.seen(),
                        new Editing<>(List.of(new Field.Slot<>(Threat.PRIORITY, fourfold.core.threat.Priority.REGION))),
                        ""))
                .orThrow();
        var after = office.figures().facts().orThrow();
        assertNotSame(before, after);
        assertSame(before.events(), after.events());
        assertEquals(had + 1, total(priority));
    }
}
