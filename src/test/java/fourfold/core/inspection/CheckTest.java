package fourfold.core.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import fourfold.extract.ReferenceTables;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of checks and what is said of their answers.
class CheckTest {

    private static final LocalDate DAY = LocalDate.of(2022, 5, 31);
    private static final Holdings NOTHING =
            new Holdings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 8);

    private static Check check(String test, String... parameters) {
        return new Check(
                "one",
                "One",
                "",
                "",
                test,
                new Parameters(List.of(parameters)),
                new Sentences("None.", "One.", "{n} in {months}."),
                "");
    }

    @Test
    void every_test_is_asked_by_a_check_and_every_check_asks_a_known_test() {
        var asked = new HashSet<String>();
        for (var check : ReferenceTables.read().checks().all()) asked.add(check.test());
        assertEquals(Inspection.tests(), asked);
    }

    @Test
    void a_threat_assessed_after_the_day_is_not_said_never_to_have_been_assessed() {
        var threats = Stream.of("2022-06-01", "2022-05-31", "2021-05-31", "")
                .map(last -> Threat.FIELDS
                        .blank(new Id<>(UUID.randomUUID()))
                        .with(Threat.REF, last)
                        .with(Threat.LAST_ASSESSED, last.isEmpty() ? null : LocalDate.parse(last)))
                .toList();
        var there = new Holdings(threats, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 8);
        var found = ThreatTests.staleAssessment(new Looking(there, DAY, new Parameters(List.of("months=12"))));
        assertEquals(
                List.of("Last assessed 31 May 2021", "Never assessed"), found.hits().stream().map(Hit::note).toList());
        assertEquals("1", found.words().get("never"));
    }

    @Test
    void every_sentence_is_whole_for_none_one_and_several() {
        for (var check : ReferenceTables.read().checks().all()) {
            var looking = new Looking(NOTHING, DAY, check.parameters());
            var words = looking.found(List.of())
                    .saying("unexplained", 1).saying("open", 1).saying("limit", 8).saying("all", 3)
                    .saying("waiting", 1).saying("never", 1).saying("who", "Nottinghamshire (113 of 113 Pursue)")
                    .words();
            for (int count : new int[] {0, 1, 2, 1_000}) {
                var sentence = check.sentences().of(count, words);
                assertFalse(sentence.contains("?") || sentence.contains("{"), sentence);
                assertTrue(sentence.endsWith("."), sentence);
                if (count > 0) assertTrue(sentence.contains(Integer.toString(count)), sentence);
                if (count == 1) assertFalse(sentence.startsWith("1 ") && sentence.matches("1 \\w+s (?:have|are|were) .*"), sentence);
            }
        }
    }

    @Test
    void a_vault_without_records_has_nothing_to_find_and_says_what_it_cannot_tell() {
        for (var result : Inspection.of(ReferenceTables.read().checks(), NOTHING, DAY).results()) {
            assertEquals(0, result.count(), result.check().id());
            assertFalse(result.state() == Result.State.FOUND, result.check().id());
            assertTrue(result.sentence().endsWith("."), result.sentence());
        }
    }

    @Test
    void a_test_that_this_version_does_not_know_says_so_instead_of_vanishing() {
        var inspection = Inspection.of(new Checks(List.of(check("of-next-year", "moons=3"))), NOTHING, DAY);
        var result = inspection.results().getFirst();
        assertEquals(Result.State.CANNOT_BE_ANSWERED, result.state());
        assertEquals(
                "This version of the program does not know the test \"of-next-year\" that the check asks for.",
                result.sentence());
    }

    @Test
    void a_region_replaces_a_check_of_the_same_id_and_adds_new_ones() {
        var own = ReferenceTables.read().checks();
        var stalled = own.all().stream().filter(one -> one.id().equals("stalled")).findFirst().orElseThrow();
        var shorter = new Check(
                "stalled", "Silent for half a year", "", "", "stalled", new Parameters(List.of("months=6")), stalled.sentences(), "");
        var merged = own.with(List.of(shorter, check("overdue-actions")), "EMSOU 3");
        assertEquals(own.all().size() + 1, merged.all().size());
        assertEquals(own.all().indexOf(stalled), merged.all().indexOf(shorter.from("EMSOU 3")));
        assertEquals("EMSOU 3", merged.all().getLast().from());
    }

    @Test
    void what_a_test_cannot_use_is_refused_when_the_list_is_read() {
        refused("the test stalled takes no parameter days", () -> check("stalled", "days=3"));
        refused("months is \"many\", not a whole number from 1 to 100000", () -> check("stalled", "months=many"));
        refused("months is \"0\", not a whole number from 1 to 100000", () -> check("stalled", "months=0"));
        refused("\"months\" is not a parameter such as months=12", () -> check("stalled", "months"));
        refused("the parameter months stands there twice", () -> check("stalled", "months=1", "months=2"));
        refused("the check one stands there twice", () -> new Checks(List.of(check("stalled"), check("stalled"))));
        refused(
                "the sentence for several has no place for the number, {n}",
                () -> new Sentences("None.", "One.", "Several."));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> check("done-not-recorded", "ps=PURSUIT"))
                .getMessage()
                .startsWith("ps has \"PURSUIT\", not one of PURSUE"));
    }

    private static void refused(String sentence, org.junit.jupiter.api.function.Executable list) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, list).getMessage());
    }

    @Test
    void the_number_is_that_of_different_things_however_many_lines_there_are() {
        var hits = IntStream.range(0, 5)
                .mapToObj(i -> Hit.named(Hit.Kind.LRO, "LRO " + i % 2, "Line " + i))
                .toList();
        var result = Result.of(check("stalled"), new Looking(NOTHING, DAY, new Parameters(List.of("months=1"))).found(hits));
        assertEquals(2, result.count());
        assertEquals(5, result.hits().size());
        assertEquals(List.of("LRO 0", "LRO 1"), result.refs());
        assertEquals("2 in a month.", result.sentence());
        assertEquals(Map.of(), Found.of(hits).words());
    }
}
