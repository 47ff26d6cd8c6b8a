package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.core.access.Role;
import fourfold.core.figures.Counting;
import fourfold.core.figures.FactTests;
import fourfold.core.figures.Figures;
import fourfold.core.figures.Question;
import fourfold.core.figures.Term;
import fourfold.core.kernel.Watch;
import fourfold.core.reference.Residents;
import fourfold.extract.ExtractSource;
import fourfold.extract.ReferenceTables;
import fourfold.extract.ViewTables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Figures of extracts that are drawn at random, against the same figures counted here from their cells, without any of our
/// types. Nothing in the program knows the numbers, names or days of the example.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedFiguresTest {

    private static final long SEED = 20_260_419;
    private static final List<String> AGENCIES = List.of("ROCUWM", "Warwickshire", "West Mercia", "West Midlands");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 17);

    private final Random random = new Random(SEED);
    private final List<Map<String, String>> threats = new ArrayList<>();
    private final List<Map<String, String>> events = new ArrayList<>();
    private final List<Map<String, String>> plans = new ArrayList<>();
    private final List<Map<String, String>> actions = new ArrayList<>();
    private final Map<String, Map<String, String>> byRef = new TreeMap<>();
    private Office office;

    @BeforeAll
    void load(@TempDir Path folder) {
        draw();
        office = TestVaults.begin(folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO);
        var sources = new LinkedHashMap<String, ExtractSource>();
        Map.of("threats", threats, "plans", plans, "actions", actions, "disruptions", events)
                .forEach((name, rows) -> sources.put(name, source(name, rows)));
        var report = office.load().load(sources, false, Watch.nobody()).orThrow();
        assertEquals(List.of(), report.rejected());
    }

    @AfterAll
    void close() {
        office.close();
    }

    private void draw() {
        for (int i = 0; i < 90; i++) {
            var threat = new LinkedHashMap<String, String>();
            threat.put("Threat ref", "WME-" + (1000 + i));
            threat.put("Name", "Op " + i);
            threat.put("Threat kind", one("Organised crime group", "SOC priority individual", "SOC vulnerability"));
            threat.put("Owning agency", one(AGENCIES.toArray(String[]::new)));
            threat.put("Area", one("North", "South"));
            threat.put("Type", one("Tactical", "Tactical", "Tactical", "Thematic"));
            threat.put("Moderation status", one("Moderated", "Moderated", "Not moderated"));
            threat.put("SOC", one("SOC", "SOC", "SOC", "Non-SOC"));
            threat.put("Tier", one("Tier 1", "Tier 2", "Tier 5"));
            threat.put("Phase", one("Active", "Closing soon", "closed - gone", "Re-opened after being CLOSED", "Disclosed to partners"));
            threat.put("Primary threat area", one("Illegal drugs", "Cyber-crime"));
            threat.put("Master list status", one("On list", "On list", "Local only"));
            threat.put("Date identified", day(2022, 600));
            threat.put("Date mapped", random.nextInt(4) == 0 ? "" : day(2022, 900));
            threat.put("Date closed", random.nextInt(3) == 0 ? day(2024, 200) : "");
            threats.add(threat);
            byRef.put(threat.get("Threat ref"), threat);
            if (random.nextInt(3) > 0) drawPlan(threat.get("Threat ref"));
        }
        for (int i = 0; i < 400; i++) {
            var event = new LinkedHashMap<String, String>();
            event.put("Disruption ref", "WME-D-" + (100_000 + i));
            event.put("Threat ref", one(byRef.keySet().toArray(String[]::new)));
            event.put("Disruption type", one("Lead Disruption", "Lead Disruption", "Support Disruption"));
            event.put("Lead agency", one(AGENCIES.toArray(String[]::new)));
            event.put("Supporting agencies", one("", "NCA", "West Mercia; NCA", "Warwickshire;West Midlands"));
            event.put("Event date", day(2021, 300));
            event.put("Record date", LocalDate.parse(event.get("Event date")).plusDays(random.nextInt(60)).toString());
            event.put("Primary 4P", one("Pursue", "Prevent", "Protect"));
            event.put("Assessment Category", one("Major", "Moderate", "Minor", "No impact", "Unassessed"));
            event.put("Lead unit", one("NPT", "ROCU cyber"));
            events.add(event);
        }
    }

    private void drawPlan(String threat) {
        plans.add(Map.of("Threat ref", threat, "Plan state", one("Draft", "Approved"), "Next review", day(2024, 300)));
        for (int i = random.nextInt(6); i > 0; i--) {
            var action = new LinkedHashMap<String, String>();
            action.put("Action ref", "ACT-" + (10_000 + actions.size()));
            action.put("Threat ref", threat);
            action.put("4P", one("Pursue", "Prevent", "Protect", "Prepare"));
            action.put("Title", "Look again");
            action.put("Owner", "NPT 01");
            action.put("Due", random.nextInt(5) == 0 ? "" : day(2024, 200));
            action.put("Status", one("Tasked", "Done", "Cancelled", "Declined", "In progress"));
            action.put("Result", "Seen");
            actions.add(action);
        }
    }

    private String one(String... all) {
        return all[random.nextInt(all.length)];
    }

    private String day(int year, int within) {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(within)).toString();
    }

    private static ExtractSource source(String name, List<Map<String, String>> rows) {
        var header = new ArrayList<>(rows.getFirst().keySet());
        var text = new StringBuilder(String.join(",", header)).append("\r\n");
        for (var row : rows) text.append(String.join(",", header.stream().map(row::get).toList())).append("\r\n");
        return ExtractSource.of(name + ".csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Map<List<String>, Long> counted(Question question) {
        var counts = new TreeMap<List<String>, Long>(java.util.Comparator.comparing(List::toString));
        for (var row : office.figures().answer(question).orThrow().rows())
            if (row.count() > 0) counts.put(row.values(), row.count());
        return counts;
    }

    private static Map<List<String>, Long> expected(
            List<Map<String, String>> rows, Predicate<Map<String, String>> which, String... columns) {
        return expected(rows, which, row -> List.of(List.of(columns).stream().map(row::get).toList()));
    }

    private static Map<List<String>, Long> expected(
            List<Map<String, String>> rows,
            Predicate<Map<String, String>> which,
            Function<Map<String, String>, List<List<String>>> values) {
        var counts = new TreeMap<List<String>, Long>(java.util.Comparator.comparing(List::toString));
        for (var row : rows) if (which.test(row)) values.apply(row).forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }

    private static boolean isOpen(Map<String, String> threat) {
        return !threat.get("Phase").toLowerCase(Locale.ROOT).contains("closed");
    }

    private static boolean fourTests(Map<String, String> threat) {
        return threat.get("Type").equals("Tactical")
                && threat.get("Moderation status").equals("Moderated")
                && threat.get("SOC").equals("SOC")
                && !threat.get("Tier").equals("Tier 5");
    }

    private static boolean isManaged(Map<String, String> threat) {
        var since = threat.get(threat.get("Master list status").equals("On list") ? "Date mapped" : "Date identified");
        var closed = threat.get("Date closed");
        return !since.isEmpty() && since.compareTo(DAY.toString()) <= 0 && (closed.isEmpty() || closed.compareTo(DAY.toString()) > 0);
    }

    private static boolean isAssessed(Map<String, String> event) {
        return List.of("Major", "Moderate", "Minor").contains(event.get("Assessment Category"));
    }

    private static Predicate<Map<String, String>> recorded(String type, String after, String to) {
        return event -> event.get("Disruption type").equals(type)
                && isAssessed(event)
                && event.get("Record date").compareTo(after) > 0
                && event.get("Record date").compareTo(to) <= 0;
    }

    @Test
    void threatsAreCountedByTheirTestsAndDates() {
        assertEquals(
                expected(threats, one -> fourTests(one) && isOpen(one), "Owning agency", "Threat kind"),
                counted(Question.of("threats-hmicfrs").by("agency", "kind")));
        assertEquals(
                expected(threats, one -> fourTests(one) && isManaged(one), "Owning agency", "Tier"),
                counted(Question.of("threats-hmicfrs").asAt(DAY).by("agency", "tier")));
        assertEquals(
                expected(threats, one -> isManaged(one) && one.get("Master list status").equals("On list"), "Area"),
                counted(Question.of("threats-on-list").asAt(DAY).by("division")));
    }

    @Test
    void eventsAreCountedByReadingAndSupportApart() {
        assertEquals(
                expected(events, recorded("Lead Disruption", "2021-06-01", "9999"), "Lead agency", "Primary 4P"),
                counted(Question.of("disruptions-printed").by("agency", "p")));
        assertEquals(
                expected(events, recorded("Lead Disruption", "2021-02-09", "2021-08-20"), "Lead unit", "Assessment Category"),
                counted(Question.of("disruptions-year")
                        .during(LocalDate.of(2021, 2, 10), LocalDate.of(2021, 8, 20))
                        .by("unit", "category")));
        assertEquals(
                expected(
                        events,
                        recorded("Support Disruption", "2021-06-01", "2022-05-31"),
                        row -> java.util.Arrays.stream(row.get("Supporting agencies").split(";"))
                                .map(String::strip)
                                .filter(AGENCIES::contains)
                                .map(List::of)
                                .toList()),
                counted(Question.of("support-year").by("agency")));
        assertEquals(
                expected(
                        events,
                        recorded("Lead Disruption", "2020", "2023")
                                .and(one -> byRef.get(one.get("Threat ref")).get("Threat kind").equals("Organised crime group")),
                        "Lead agency"),
                counted(Question.of("disruptions-counted").during(null, null).by("agency")));
    }

    @Test
    void stalledThreatsEmptyPsAndOverdueActionsAreFound() {
        var from = "2021-03-01";
        var to = "2021-06-30";
        var active = events.stream()
                .filter(one -> one.get("Event date").compareTo(from) >= 0 && one.get("Event date").compareTo(to) <= 0)
                .map(one -> one.get("Threat ref"))
                .collect(java.util.stream.Collectors.toSet());
        assertEquals(
                expected(threats, one -> isOpen(one) && !active.contains(one.get("Threat ref")), "Owning agency"),
                counted(Question.of("threats-stalled").during(LocalDate.parse(from), LocalDate.parse(to)).by("agency")));
        assertEquals(
                expected(plans, one -> true, plan -> List.of("Pursue", "Prevent", "Protect", "Prepare").stream()
                        .filter(p -> actions.stream().noneMatch(action -> action.get("Threat ref").equals(plan.get("Threat ref"))
                                && action.get("4P").equals(p)
                                && !List.of("Cancelled", "Declined").contains(action.get("Status"))))
                        .map(List::of)
                        .toList()),
                counted(Question.of("plans").by("empty-p")));
        assertEquals(
                expected(
                        actions,
                        one -> List.of("Tasked", "In progress").contains(one.get("Status"))
                                && !one.get("Due").isEmpty()
                                && one.get("Due").compareTo(DAY.toString()) < 0,
                        "4P"),
                counted(Question.of("actions-overdue").asAt(DAY).by("p")));
    }

    @Test
    void aShareIsOutOfItsGroupAndARateOutOfThePeopleWhoLiveThere() {
        var reference = ReferenceTables.read();
        var residents = new Residents(Map.of("Warwickshire", new Residents.Number(600_000, DAY, "Invented")));
        var counting = new Counting(
                ViewTables.read(), reference.countingRules(), reference.agencies(), residents, Set.of());
        var facts = office.figures().facts().orThrow();
        var figures = counting.answer(
                        Question.of("disruptions-printed").by("agency").share(List.of(Term.of("p=Prevent").orThrow())),
                        facts,
                        new FactTests(facts),
                        DAY,
                        (table, rows) -> List.of())
                .orThrow();
        var all = expected(events, recorded("Lead Disruption", "2021-06-01", "9999"), "Lead agency");
        var prevent = expected(
                events,
                recorded("Lead Disruption", "2021-06-01", "9999").and(one -> one.get("Primary 4P").equals("Prevent")),
                "Lead agency");
        for (var agency : AGENCIES) {
            var row = figures.row(agency).orElseThrow();
            long count = prevent.getOrDefault(List.of(agency), 0L);
            assertEquals(count, row.count());
            assertEquals(all.get(List.of(agency)), row.of());
            assertEquals(Math.round(100.0 * count / row.of()), row.percent().orElseThrow());
            assertEquals(agency.equals("Warwickshire"), row.rate().isPresent());
        }
        assertEquals(
                java.math.BigDecimal.valueOf(figures.row("Warwickshire").orElseThrow().count())
                        .divide(java.math.BigDecimal.valueOf(600), 2, java.math.RoundingMode.HALF_UP)
                        .toPlainString(),
                figures.row("Warwickshire").flatMap(Figures.Row::rate).orElseThrow());
    }
}
