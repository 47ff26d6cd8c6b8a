package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.meeting.Meeting;
import fourfold.core.sync.Kept;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recording what became of a meeting, beside those that were loaded.
class MeetingDeskTest {

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void begin() {
        office = TestVaults.begin(folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO);
        TestVaults.loadExample(office);
    }

    @AfterEach
    void leave() {
        office.close();
    }

    private static Editing<Meeting> values(String... written) {
        var all = new java.util.HashMap<String, String>();
        for (int i = 0; i < written.length; i += 2) all.put(written[i], written[i + 1]);
        return Editing.of(Meeting.FIELDS, all, MeetingDesk.CLOSED_FIELDS).orThrow();
    }

    private Kept<Meeting> recorded(String... written) {
        return office.meetings().record(values(written)).orThrow();
    }

    @Test
    void a_meeting_that_is_recorded_says_who_was_asked_and_what_had_to_wait() {
        var cancelled = recorded(
                "kind", "Tactical delivery group", "date", "20/06/2022", "status", "cancelled",
                "cancellationReason", "Members not available", "threats", "der-0032; NOT-0001", "invited", "derbyshire constabulary;NCA");
        var file = office.meetings().file(cancelled.record().id()).orThrow();
        assertEquals(Set.of("DER-0032", "NOT-0001"), cancelled.record().get(Meeting.THREATS));
        assertEquals(new TreeSet<>(Set.of("Derbyshire", "NCA")), cancelled.record().get(Meeting.INVITED));
        assertEquals(List.of("DER-0032", "NOT-0001"), file.line().waiting());
        recorded("kind", "Tactical delivery group", "date", "2022-06-21", "status", "Held", "threats", "DER-0032");
        var later = office.meetings().file(cancelled.record().id()).orThrow();
        assertEquals(List.of("NOT-0001"), later.line().waiting());
        assertEquals(
                Optional.of(LocalDate.of(2022, 6, 21)),
                later.agenda().getFirst().delay().orElseThrow().heldOn());
    }

    @Test
    void it_is_corrected_on_the_version_that_was_seen_and_keeps_what_it_said() {
        var meeting = recorded("kind", "GAIN regional meeting", "date", "2022-06-20", "status", "Held");
        var corrected = office.meetings()
                .correct(new MeetingDesk.Correct(meeting.seen(), values("status", "Inquorate"), "The minutes say so"))
                .orThrow();
        assertEquals("Inquorate", corrected.record().print(Meeting.STATUS));
        assertInstanceOf(
                Problem.Conflict.class,
                assertInstanceOf(Outcome.Refused.class, office.meetings().correct(new MeetingDesk.Correct(
                        meeting.seen(), values("status", "Held"), ""))).problem());
        var steps = office.history().timeline(Meeting.FIELDS.kind(), meeting.record().id().value()).orThrow();
        assertEquals(List.of("The minutes say so", ""), steps.stream().map(step -> step.reason()).toList());
    }

    @Test
    void what_is_loaded_can_be_corrected_although_it_lacks_what_a_form_would_ask_for() {
        var loaded = office.meetings().open("MTG-0002").orThrow();
        var corrected = office.meetings()
                .correct(new MeetingDesk.Correct(loaded.seen(), values("cancellationReason", "Snow"), ""))
                .orThrow();
        assertEquals("Snow", corrected.record().get(Meeting.CANCELLATION_REASON));
        assertEquals("Snow", office.register().list("meetings", Map.of("ref", "MTG-0002")).orThrow()
                .objects().get().getFirst().get("cancellationReason").text());
    }

    @Test
    void references_are_given_in_order_and_never_twice() {
        var first = recorded("kind", "GAIN", "date", "2022-06-20", "status", "Held").record().get(Meeting.REF);
        var second = recorded("kind", "GAIN", "date", "2022-06-20", "status", "Held").record().get(Meeting.REF);
        assertTrue(first.matches("EMSM-[0-9A-F]{6}-0001"), first);
        assertTrue(second.endsWith("-0002"), second);
    }

    @Test
    void the_form_offers_the_kinds_of_the_list_and_of_the_records_and_everybody_who_may_be_asked() {
        var start = office.meetings().begin().orThrow();
        assertTrue(start.kinds().containsAll(List.of("GAIN regional meeting", "Tactical delivery group - vulnerability")));
        assertTrue(start.bodies().containsAll(List.of("EMSOU", "Derbyshire", "NCA")));
        assertTrue(start.threats().stream().anyMatch(threat -> threat.ref().equals("DER-0032")));
        assertTrue(start.threats().stream().noneMatch(threat -> threat.ref().isBlank()));
    }
}
