package fourfold.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectionRulesTest {

    private static final Replica OURS = new Replica("0000000000000001");
    private static final Replica THEIRS = new Replica("0000000000000002");
    private static final UUID RECORD = new UUID(1, 2);

    private final List<CorrectionRules.Telling> entries = new ArrayList<>();

    /// An entry of the record and the packages that carried it.
    private Entry wrote(Replica replica, int seq, Versions seen, Operation operation, Map<String, Json> values, long... packages) {
        var entry = new Entry(
                new EntryId(replica, seq), seen, new TreeSet<>(), new Stamp(seq, 0), new Author("X1", "Derbyshire", "LRO"),
                operation.name(), "threat", RECORD, new TreeMap<>(values), "Because", Marking.OFFICIAL, "00".repeat(16));
        var numbers = new TreeSet<Long>();
        for (long number : packages) numbers.add(number);
        entries.add(new CorrectionRules.Telling(entry, numbers, replica.equals(THEIRS)));
        return entry;
    }

    private Entry edit(int seq, Map<String, Json> values, long... packages) {
        return wrote(OURS, seq, seen(seq - 1, 0), Operation.EDIT, values, packages);
    }

    private static Versions seen(long ours, long theirs) {
        var seen = Versions.NONE;
        if (ours > 0) seen = seen.with(new EntryId(OURS, ours));
        if (theirs > 0) seen = seen.with(new EntryId(THEIRS, theirs));
        return seen;
    }

    private static Map<String, Json> area(String text) {
        return Map.of("area", Json.of(text));
    }

    private List<Correction> corrections() {
        return CorrectionRules.of("threat", Threat.FIELDS, entries);
    }

    @Test
    void a_value_that_travelled_and_was_changed_is_a_correction_until_a_package_tells_of_it() {
        edit(1, area("North"), 3);
        var change = edit(2, area("South"));
        var due = corrections();
        assertEquals(1, due.size());
        assertEquals(new Correction("area", Json.of("North"), new TreeSet<>(List.of(3L)), Json.of("South"), change, java.util.Optional.empty()), due.getFirst());
        assertTrue(due.getFirst().isDue());
        entries.removeLast();
        edit(2, area("South"), 5);
        assertEquals(5L, corrections().getFirst().carriedBy().orElseThrow());
        assertFalse(corrections().getFirst().isDue());
    }

    @Test
    void every_package_that_said_it_is_named_but_not_one_that_told_better() {
        edit(1, area("North"), 3, 4, 9);
        edit(2, area("South"), 7);
        assertEquals(List.of(3L, 4L), List.copyOf(corrections().getFirst().packages()));
    }

    @Test
    void what_was_empty_or_never_sent_or_only_proposed_needs_no_correction() {
        edit(1, Map.of("name", Json.of("One")), 1);
        edit(2, area("North"));
        edit(3, area("South"));
        wrote(OURS, 4, seen(3, 0), Operation.PROPOSE, Map.of("name", Json.of("Other")));
        assertEquals(List.of(), corrections());
    }

    @Test
    void a_value_that_was_emptied_is_corrected_and_one_written_again_is_not() {
        edit(1, Map.of("area", Json.of("North"), "name", Json.of("One")), 1);
        edit(2, Map.of("area", Json.nothing(), "name", Json.of("One")));
        assertEquals(List.of("area"), corrections().stream().map(Correction::field).toList());
        assertTrue(corrections().getFirst().holds().isNothing());
    }

    @Test
    void several_changes_make_one_correction_of_what_was_said_last() {
        edit(1, area("North"), 1);
        edit(2, area("South"), 2);
        edit(3, area("East"));
        edit(4, area("West"));
        assertEquals(
                List.of("\"North\" \"South\"", "\"South\" \"West\""),
                corrections().stream().map(one -> one.said().canonicalText() + " " + one.holds().canonicalText()).toList());
    }

    @Test
    void what_the_recipient_changed_itself_needs_no_notice() {
        edit(1, area("North"), 1);
        wrote(THEIRS, 1, seen(1, 0), Operation.EDIT, area("South"));
        assertEquals(List.of(), corrections());
        wrote(OURS, 2, seen(1, 1), Operation.EDIT, area("East"));
        assertEquals(List.of(), corrections(), "what came from there and was never sent from here");
    }

    @Test
    void a_conflict_corrects_nothing_before_it_is_settled() {
        edit(1, area("North"), 1);
        wrote(OURS, 2, seen(1, 0), Operation.EDIT, area("South"), 2);
        wrote(new Replica("0000000000000003"), 1, seen(1, 0), Operation.EDIT, area("East"));
        assertEquals(1, corrections().size(), "South stands beside East");
        wrote(OURS, 3, seen(2, 0).with(new EntryId(new Replica("0000000000000003"), 1)), Operation.SETTLE, area("East"));
        assertEquals("South", corrections().getLast().said().text());
        assertEquals("East", corrections().getLast().holds().text());
    }

    @Test
    void a_phase_moves_on_without_having_been_wrong() {
        edit(1, Map.of("phase", Json.of("Develop"), "tier", Json.of("TIER_3")), 1);
        edit(2, Map.of("phase", Json.of("Deliver"), "tier", Json.of("TIER_2")));
        assertEquals(List.of("tier"), corrections().stream().map(Correction::field).toList());
    }

    @Test
    void a_set_is_corrected_only_by_what_is_no_longer_in_it() {
        edit(1, Map.of("tags", Json.texts(List.of("cash", "guns"))), 1);
        edit(2, Map.of("tags", Json.texts(List.of("cash", "drugs", "guns"))), 2);
        assertEquals(List.of(), corrections());
        edit(3, Map.of("tags", Json.texts(List.of("cash", "drugs"))));
        var one = corrections().getFirst();
        assertEquals("[\"guns\"]", one.said().canonicalText());
        assertEquals("[\"cash\",\"drugs\"]", one.holds().canonicalText());
        assertEquals(List.of(1L, 2L), List.copyOf(one.packages()));
    }
}
