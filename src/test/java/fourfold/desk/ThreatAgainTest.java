package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Action;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What counts goes by days: a threat that is closed, opened again or typed anew, an event that is recorded late, and an
/// action that is done when it is written down.
class ThreatAgainTest {

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void begin() {
        office = TestVaults.begin(folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO, Role.SUPERVISOR);
    }

    @AfterEach
    void end() {
        office.close();
        office.lobby().close();
    }

    private static <K extends Entity<K>> Editing<K> values(Fields<K> fields, String... namesAndTexts) {
        var written = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndTexts.length; i += 2) written.put(namesAndTexts[i], namesAndTexts[i + 1]);
        return Editing.of(fields, written, Set.of()).orThrow();
    }

    private Kept<Threat> threat() {
        return office.threats().create(new ThreatDesk.Create(
                values(Threat.FIELDS, "name", "Op Kiln", "kind", "SOC vulnerability", "primaryArea", "Illegal drugs", "masterList",
                        "On list", "identified", "2022-05-01"),
                "")).orThrow();
    }

    private Outcome<Kept<Threat>> edit(Kept<Threat> threat, String reason, String... values) {
        return office.threats().edit(new ThreatDesk.Edit(threat.seen(), values(Threat.FIELDS, values), reason));
    }

    private static Problem problem(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem();
    }

    private static String[] closing(String day) {
        return new String[] {"phase", "Closed - dismantled", "closureReason", "In prison", "closureEvidence", "No calls", "lastAssessed",
            "2022-05-02", "intelligenceHandedOver", "Yes", "ordersToMonitor", "none", "retention", "Group 3: all other offences", "closed", day};
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2022-06-01 | Monitoring | The threat is open: leave its date closed empty, or choose a phase that ends it.",
        "2031-06-01 | Closed - dismantled | Date closed lies in the future.",
        "2022-04-30 | Closed - dismantled | Date closed lies before the date identified.",
    })
    void a_date_closed_that_cannot_be_is_refused(String day, String phase, String sentence) {
        var values = closing(day);
        values[1] = phase;
        assertEquals(sentence, problem(edit(threat(), "Over", values)).sentence());
    }

    @Test
    void a_threat_is_not_begun_closed_without_what_closing_asks_for() {
        var problem = problem(office.threats().create(new ThreatDesk.Create(
                values(Threat.FIELDS, "name", "Op Kiln", "kind", "SOC vulnerability", "primaryArea", "Illegal drugs", "masterList",
                        "On list", "phase", "Closed - merged"),
                "")));
        assertTrue(problem.sentence().contains("Say why the threat is closed."), problem.sentence());
    }

    @Test
    void a_threat_that_is_opened_again_says_why_and_has_no_date_closed() {
        var closed = edit(threat(), "", closing("2022-06-01")).orThrow();
        assertTrue(closed.record().isClosed());
        assertInstanceOf(Problem.NeedsReason.class, problem(edit(closed, "", "phase", "Active management")));
        var open = edit(closed, "They are back", "phase", "Active management").orThrow().record();
        assertFalse(open.isClosed());
        for (var field : java.util.List.of(Threat.CLOSED, Threat.CLOSURE_REASON, Threat.CLOSURE_EVIDENCE))
            assertTrue(open.lacks(field), field.name());
        assertFalse(open.get(Threat.INTELLIGENCE_HANDED_OVER));
        assertEquals("Group 3: all other offences", open.print(Threat.RETENTION));
    }

    private Disruption event(Kept<Threat> threat, String day) {
        return office.disruptions().record(new DisruptionDesk.Record(threat.record().id(), null, values(
                Disruption.FIELDS, "eventDate", day, "p", "Prevent", "type", "Lead Disruption", "category", "Minor", "categoryReason",
                "Two weeks without calls", "summary", "Stopped"))).orThrow().record();
    }

    @Test
    void an_event_has_the_kind_that_its_threat_had_on_its_day_whenever_it_is_recorded() {
        var first = threat();
        var second = office.threats().retype(new ThreatDesk.Edit(first.seen(), values(
                Threat.FIELDS, "kind", "Organised crime group", "kindSince", "2022-06-10"), "Mapped")).orThrow();
        var third = office.threats().retype(new ThreatDesk.Edit(second.seen(), values(
                Threat.FIELDS, "kind", "SOC priority individual", "kindSince", "2022-06-15"), "One is left")).orThrow();
        assertEquals(ThreatKind.VULNERABILITY, event(third, "2022-06-09").get(Disruption.THREAT_KIND));
        assertEquals(ThreatKind.OCG, event(third, "2022-06-10").get(Disruption.THREAT_KIND));
        assertEquals(ThreatKind.OCG, event(third, "2022-06-14").get(Disruption.THREAT_KIND));
        var late = event(third, "2022-06-15");
        assertEquals(ThreatKind.PRIORITY_INDIVIDUAL, late.get(Disruption.THREAT_KIND));
        assertFalse(office.disruptions().verdict(late).counts());
        assertTrue(office.disruptions().verdict(late.with(Disruption.EVENT_DATE, LocalDate.of(2022, 6, 14))).counts(), "as the form says");
        var kept = office.disruptions().open(late.id()).orThrow();
        var corrected = office.disruptions().correct(new DisruptionDesk.Correct(
                kept.seen(), values(Disruption.FIELDS, "eventDate", "2022-06-14"), "Typed wrongly")).orThrow().record();
        assertEquals(ThreatKind.OCG, corrected.get(Disruption.THREAT_KIND));
    }

    @Test
    void an_action_that_begins_further_on_has_the_day_of_its_status() {
        var threat = threat().record().id();
        var today = LocalDate.of(2022, 6, 21);
        assertEquals(today, add(threat, "Done").get(Action.FINISHED_ON));
        assertEquals(today, add(threat, "Tasked").get(Action.TASKED_ON));
        assertEquals(today, add(threat, "Blocked").get(Action.BLOCKED_SINCE));
        assertTrue(add(threat, "Proposed").lacks(Action.FINISHED_ON));
    }

    private Action add(fourfold.core.kernel.Id<Threat> threat, String status) {
        return office.plans().add(new PlanDesk.AddAction(threat, values(
                Action.FIELDS, "p", "Pursue", "title", "Visit", "owner", "NPT 01", "status", status, "result", "Seen to"))).orThrow().record();
    }
}
