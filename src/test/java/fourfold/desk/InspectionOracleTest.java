package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.figures.Question;
import fourfold.core.inspection.Hit;
import fourfold.core.inspection.Inspection;
import fourfold.core.inspection.Result;
import fourfold.core.kernel.Json;
import fourfold.core.plan.ActionStatus;
import fourfold.vault.StrictJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The inspection of the example region against the values that were computed independently of it.
class InspectionOracleTest {

    private static final LocalDate YEAR_END = LocalDate.of(2022, 5, 31);

    @TempDir
    static Path folder;

    private static Office office;
    private static Json.Members oracle;
    private static Inspection inspection;
    private static Map<String, String> agencies;

    @BeforeAll
    static void theExampleIsLoaded() throws IOException {
        office = TestVaults.begin(folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO);
        TestVaults.loadExample(office);
        try (var in = InspectionOracleTest.class.getResourceAsStream("/fourfold/oracle.json")) {
            oracle = StrictJson.read(Objects.requireNonNull(in).readAllBytes()).members();
        }
        inspection = office.inspection().inspect(Optional.of(YEAR_END)).orThrow();
        agencies = new HashMap<>();
        for (var threat : office.register().list("threats", Map.of()).orThrow().objects().get())
            agencies.put(threat.get("ref").text(), threat.get("agency").text());
    }

    @AfterAll
    static void itIsLocked() {
        office.close();
    }

    private static Json at(String path) {
        Json json = oracle;
        for (var name : path.split("/")) json = json.members().get(name);
        return json;
    }

    private static Set<String> refs(Json list) {
        return list.items().stream().map(Json::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Result result(String id) {
        return inspection.results().stream().filter(one -> one.check().id().equals(id)).findFirst().orElseThrow();
    }

    private static void assertFound(String id, Set<String> refs) {
        var result = result(id);
        assertEquals(refs, new TreeSet<>(result.refs()), id);
        assertEquals(refs.size(), result.count(), id);
        assertEquals(Result.State.FOUND, result.state(), id);
        assertTrue(result.sentence().contains(Integer.toString(refs.size())), result.sentence());
    }

    @Test
    void lists_of_records_are_those_of_the_oracle() {
        assertFound("stalled", refs(at("threats/stalled/refs")));
        assertFound("sio-is-lro", refs(at("threats/sio_is_lro/refs")));
        assertFound("no-lro", refs(at("threats/open_without_lro")));
        assertFound("review-overdue", refs(at("plans/review_overdue")));
        assertFound("plan-pursue-only", refs(at("plans/pursue_only")));
        assertFound("lro-owns-every-action", refs(at("plans/every_action_owned_by_lro")));
        assertFound("overdue-actions", refs(at("actions/overdue/refs")));
        assertFound("declined-without-reason", refs(at("actions/declined_without_reason")));
        assertFound("all-one-p", refs(at("disruptions/year/all_pursue")));
        assertFound("plan-empty-p", new TreeSet<>(at("plans/empty_p").members().values().keySet()));
    }

    @Test
    void a_check_and_a_figure_that_ask_the_same_find_the_same_on_any_day() {
        var finished = finishOne();
        var actions = office.register().list("actions", Map.of()).orThrow().objects().get();
        var plans = office.register().list("plans", Map.of()).orThrow().objects().get();
        for (var day : List.of(LocalDate.of(2021, 12, 31), LocalDate.of(2022, 2, 1), YEAR_END, LocalDate.of(2022, 6, 21))) {
            var managed = managed(day);
            var found = office.inspection().inspect(Optional.of(day)).orThrow();
            var overdue = refs(Question.of("actions-overdue").asAt(day));
            assertEquals(day.equals(YEAR_END), overdue.contains(finished) && !day.isBefore(YEAR_END), "it was finished on 21 June");
            overdue.retainAll(actions.stream()
                    .filter(one -> managed.contains(one.get("threat").text()))
                    .map(one -> one.get("ref").text())
                    .toList());
            assertEquals(overdue, new TreeSet<>(one(found, "overdue-actions").refs()), day.toString());
            var reviews = refs(Question.of("plans-review-overdue").asAt(day));
            reviews.retainAll(plans.stream()
                    .filter(one -> !one.get("state").equals(Json.of("Closed")) && managed.contains(one.get("threat").text()))
                    .map(one -> one.get("threat").text())
                    .toList());
            assertEquals(reviews, new TreeSet<>(one(found, "review-overdue").refs()), day.toString());
            assertEquals(
                    waited(day),
                    new TreeMap<>(one(found, "plans-delayed").hits().stream()
                            .collect(Collectors.groupingBy(InspectionOracleTest::days, Collectors.counting()))),
                    day.toString());
        }
    }

    /// Finishes an action today that was overdue at the end of the year, and says which.
    private static String finishOne() {
        var overdue = refs(at("actions/overdue/refs"));
        var own = office.register().list("actions", Map.of()).orThrow().objects().get().stream()
                .filter(one -> overdue.contains(one.get("ref").text()) && one.get("threat").text().startsWith("EMS-"))
                .findFirst()
                .orElseThrow();
        var action = office.plans().action(own.get("ref").text()).orThrow();
        office.plans().move(new PlanDesk.Move(action.seen(), ActionStatus.DONE, "Three families seen")).orThrow();
        return own.get("ref").text();
    }

    /// How many decisions waited so many days, by the figures of that day and of the twelve months to it.
    private static Map<String, Long> waited(LocalDate day) {
        var waited = new TreeMap<String, Long>();
        var question = Question.of("decisions-delayed").asAt(day).during(day.minusMonths(12).plusDays(1), day).by("days");
        for (var row : office.figures().answer(question).orThrow().rows()) waited.put(row.values().getFirst(), row.count());
        return waited;
    }

    /// What stands in "cancelled 5 June 2021: decided 14 days later".
    private static String days(Hit hit) {
        var then = hit.note().substring(hit.note().indexOf(": ") + 2);
        return then.startsWith("decided") ? then.split(" ")[1] : "(blank)";
    }

    private static Result one(Inspection of, String id) {
        return of.results().stream().filter(result -> result.check().id().equals(id)).findFirst().orElseThrow();
    }

    private static Set<String> refs(Question question) {
        return office.figures().answer(question.withRefs()).orThrow().rows().stream()
                .flatMap(row -> row.refs().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The threats that were identified by that day and not closed by it.
    private static Set<String> managed(LocalDate day) {
        return office.register().list("threats", Map.of()).orThrow().objects().get().stream()
                .filter(threat -> threat.get("identified").isNothing()
                        || !LocalDate.parse(threat.get("identified").text()).isAfter(day))
                .filter(threat -> threat.get("closed").isNothing() || LocalDate.parse(threat.get("closed").text()).isAfter(day))
                .map(threat -> threat.get("ref").text())
                .collect(Collectors.toSet());
    }

    @Test
    void the_sentence_of_closed_and_open_threats_with_one_person_says_how_many_are_open() {
        int open = at("threats/sio_is_lro/open_by_agency").members().values().values().stream()
                .mapToInt(one -> Math.toIntExact(one.whole()))
                .sum();
        assertTrue(result("sio-is-lro").sentence().contains(open + " of them are open"), result("sio-is-lro").sentence());
    }

    @Test
    void every_empty_p_is_named_on_its_plan_and_counted() {
        var empty = at("plans/empty_p").members();
        for (var hit : result("plan-empty-p").hits()) {
            var ps = empty.get(hit.ref()).items().stream().map(Json::text).toList();
            for (var p : List.of("Pursue", "Prevent", "Protect", "Prepare"))
                assertEquals(ps.contains(p), hit.note().contains(p), hit.ref() + ": " + hit.note());
        }
        assertEquals(counts(at("plans/empty_p_by_p")), result("plan-empty-p").parts().getFirst().counts());
    }

    private static Map<String, Integer> counts(Json members) {
        var counts = new TreeMap<String, Integer>();
        members.members().values().forEach((name, count) -> counts.put(name, Math.toIntExact(count.whole())));
        return counts;
    }

    @Test
    void finished_prevent_and_protect_work_without_an_event_is_that_of_every_agency() {
        var wanted = new TreeMap<String, Integer>();
        at("actions/done_without_disruption_in_same_p").members().values().forEach((agency, byP) -> {
            for (var p : List.of("Prevent", "Protect"))
                wanted.put(agency + " " + p, Math.toIntExact(byP.members().get(p).whole()));
        });
        var found = new TreeMap<String, Integer>();
        for (var hit : result("done-not-recorded").hits()) {
            var parts = hit.note().split(", ");
            found.merge(agencies.get(parts[1]) + " " + parts[0], 1, Integer::sum);
        }
        assertEquals(wanted, found);
    }

    @Test
    void missing_officers_are_counted_by_role() {
        var wanted = new TreeMap<String, Integer>();
        at("plans/role_blank_by_agency").members().values().values().forEach(roles -> roles.members().values().forEach(
                (role, count) -> wanted.merge(role, Math.toIntExact(count.whole()), Integer::sum)));
        assertEquals(wanted, result("role-missing").parts().getFirst().counts());
    }

    @Test
    void threats_off_the_list_say_why() {
        var day = LocalDate.of(2022, 2, 1);
        var then = office.inspection().inspect(Optional.of(day)).orThrow().results().stream()
                .filter(one -> one.check().id().equals("off-list"))
                .findFirst()
                .orElseThrow();
        var wanted = new TreeSet<String>();
        for (var threat : at("threats/off_list_all").items())
            if (((Json.Flag) threat.members().get("counted_as_at_2022-02-01")).value())
                wanted.add(threat.members().get("ref").text());
        assertEquals(wanted, new TreeSet<>(then.refs()));
        var reasons = new TreeMap<String, Integer>();
        for (var hit : then.hits()) reasons.merge(hit.note().replaceFirst("^[^:]*: ", ""), 1, Integer::sum);
        var expected = counts(at("threats/off_list_reasons_as_at_2022-02-01"));
        expected.put("no reason is given", expected.remove("(blank)"));
        assertEquals(expected, reasons);
        assertTrue(then.sentence().contains(expected.get("no reason is given") + " of them without a reason"), then.sentence());
    }

    @Test
    void cancelled_meetings_are_counted_by_reason_and_delays_to_the_day() {
        var cancelled = result("meetings-cancelled");
        assertEquals(counts(at("meetings/cancelled_by_reason")), cancelled.parts().getFirst().counts());
        assertEquals(at("meetings/by_status/Cancelled").whole(), cancelled.count());
        assertTrue(cancelled.sentence().contains(" of " + at("meetings/rows").whole() + " meetings"), cancelled.sentence());
        var wanted = new TreeMap<String, String>();
        at("meetings/decision_delay").members().values().forEach((pair, days) -> wanted.put(
                pair, days.isNothing() ? "no meeting about it has been held since" : "decided " + days.whole() + " "
                        + (days.whole() == 1 ? "day" : "days") + " later"));
        var found = new TreeMap<String, String>();
        for (var hit : result("plans-delayed").hits())
            found.put(hit.note().split(" ")[0] + " " + hit.ref(), hit.note().replaceFirst("^[^:]*: ", ""));
        assertEquals(wanted, found);
    }

    @Test
    void what_an_extract_does_not_carry_cannot_be_answered_and_says_what_is_missing() {
        for (var id : List.of(
                "priority-without-disruption", "priority-area-without-activity", "lro-untrained", "specialists-late",
                "no-intelligence-gaps", "intelligence-not-handed-over", "stale-profile")) {
            assertEquals(Result.State.CANNOT_BE_ANSWERED, result(id).state(), id);
            assertFalse(result(id).sentence().isEmpty(), id);
        }
    }

    @Test
    void a_check_says_something_on_every_day_however_early() {
        for (var day : List.of(LocalDate.of(1990, 1, 1), LocalDate.of(2021, 6, 1), LocalDate.of(2030, 12, 31))) {
            var then = office.inspection().inspect(Optional.of(day)).orThrow();
            assertEquals(inspection.results().size(), then.results().size());
            for (var one : then.results()) assertTrue(one.sentence().endsWith("."), one.sentence());
        }
    }
}
