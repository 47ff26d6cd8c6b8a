package fourfold.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Merging;
import fourfold.core.sync.RecordState.Head;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RecordStateTest {

    private static final Replica A = new Replica("000000000000000a");
    private static final Replica B = new Replica("000000000000000b");
    private static final RecordState NEW = RecordState.of(Merging.ORDINARY);
    private static final UUID RECORD = new UUID(1, 2);

    private static Entry entry(
            EntryId id, Versions seen, SortedSet<EntryId> beside, Operation operation, Map<String, Json> values) {
        return new Entry(
                id,
                seen,
                beside,
                Stamp.ZERO,
                new Author("X1", "EMSOU", "LRO"),
                operation.name(),
                "threat",
                RECORD,
                new TreeMap<>(values),
                "",
                Marking.OFFICIAL,
                "0".repeat(32));
    }

    private static Entry edit(Replica replica, long seq, RecordState on, String field, String value) {
        return entry(
                new EntryId(replica, seq), on.known(), new TreeSet<>(), Operation.EDIT, Map.of(field, Json.of(value)));
    }

    private static Entry loadBeside(Replica replica, long seq, RecordState on, EntryId left, String field, String value) {
        return entry(
                new EntryId(replica, seq),
                on.known(),
                new TreeSet<>(Set.of(left)),
                Operation.LOAD,
                Map.of(field, Json.of(value)));
    }

    @Test
    void an_edit_takes_the_place_of_what_its_author_had_seen() {
        var one = NEW.apply(edit(A, 1, NEW, "tier", "TIER_1"));
        var two = one.apply(edit(A, 2, one, "tier", "TIER_2"));
        assertEquals(Json.of("TIER_2"), two.values().get("tier"));
        assertTrue(two.conflicts().isEmpty());
    }

    @Test
    void two_edits_that_had_not_seen_each_other_both_stand_until_somebody_who_saw_both_settles_it() {
        var start = NEW.apply(edit(A, 1, NEW, "tier", "TIER_1"));
        var both = start.apply(edit(A, 2, start, "tier", "TIER_2")).apply(edit(B, 1, start, "tier", "TIER_3"));
        assertEquals(Set.of("tier"), both.conflicts());
        assertEquals(Json.of("TIER_2"), both.values().get("tier"));
        var settled = both.apply(edit(B, 2, both, "tier", "TIER_3"));
        assertTrue(settled.conflicts().isEmpty());
        assertEquals(Json.of("TIER_3"), settled.values().get("tier"));
    }

    @Test
    void equal_values_are_no_conflict_and_neither_are_different_fields() {
        var start = NEW.apply(edit(A, 1, NEW, "tier", "TIER_1"));
        var equal = start.apply(edit(A, 2, start, "tier", "TIER_2")).apply(edit(B, 1, start, "tier", "TIER_2"));
        assertTrue(equal.conflicts().isEmpty());
        var apart = start.apply(edit(A, 2, start, "name", "Op One")).apply(edit(B, 1, start, "phase", "Monitoring"));
        assertTrue(apart.conflicts().isEmpty());
        assertEquals(3, apart.values().size());
    }

    @Test
    void what_an_extract_states_stands_beside_an_edit_made_since_the_last_load() {
        var loaded = NEW.apply(
                entry(new EntryId(A, 1), Versions.NONE, new TreeSet<>(), Operation.LOAD, Map.of("tier", Json.of("TIER_1"))));
        var edited = loaded.apply(edit(A, 2, loaded, "tier", "TIER_2"));
        var again = edited.apply(loadBeside(A, 3, edited, new EntryId(A, 2), "tier", "TIER_4"));
        assertEquals(Set.of("tier"), again.conflicts());
        assertEquals(
                List.of(Json.of("TIER_2"), Json.of("TIER_4")),
                again.heads().get("tier").stream().map(Head::value).toList());
        assertEquals(
                List.of(false, true),
                again.heads().get("tier").stream().map(Head::loaded).toList());
        var settled = again.apply(edit(A, 4, again, "tier", "TIER_4"));
        assertTrue(settled.conflicts().isEmpty());
    }

    @Test
    void an_entry_waits_until_all_that_its_author_had_seen_is_here() {
        var first = edit(A, 1, NEW, "name", "Op One");
        var one = NEW.apply(first);
        var second = edit(A, 7, one, "name", "Op Two");
        assertFalse(NEW.ready(second));
        assertTrue(one.ready(second));
        var both = one.apply(second);
        assertEquals(both.heads(), both.apply(first).apply(second).heads());
    }

    @Test
    void the_text_of_a_state_gives_the_state_back() {
        var start = NEW.apply(edit(A, 1, NEW, "tier", "TIER_1"));
        var conflict = start.apply(edit(A, 2, start, "tier", "TIER_2"))
                .apply(edit(B, 1, start, "tier", "TIER_3"))
                .apply(loadBeside(B, 2, start, new EntryId(A, 1), "name", "Op One"));
        for (var state : List.of(NEW.apply(edit(A, 1, NEW, "tier", "TIER_1")), conflict)) {
            var back = StateJson.read(StateJson.of(state), state.values(), Merging.ORDINARY);
            assertEquals(state.heads(), back.heads());
            assertEquals(state.known(), back.known());
        }
    }

    /// The oracle: a value stands if no entry that wrote the field superseded it, whatever way entries travelled.
    @Test
    void desks_that_exchange_everything_in_any_order_hold_the_same_values_and_lose_none() {
        for (long seed = 1; seed <= 400; seed++) {
            var desks = history(new Random(seed));
            var all = desks.getFirst().written;
            for (var desk : desks) {
                assertEquals(0, desk.waiting.size(), "seed " + seed);
                for (var field : List.of("name", "tier", "phase")) {
                    var expected = all.stream()
                            .filter(entry -> entry.values().containsKey(field))
                            .filter(entry -> all.stream()
                                    .noneMatch(other -> other.values().containsKey(field)
                                            && !other.id().equals(entry.id())
                                            && other.supersedes(entry.id())))
                            .map(Entry::id)
                            .collect(Collectors.toSet());
                    var standing = desk.state.heads().getOrDefault(field, List.of()).stream()
                            .map(Head::entry)
                            .collect(Collectors.toSet());
                    assertEquals(expected, standing, "seed " + seed + ", " + field);
                }
            }
        }
    }

    private static final class Desk {
        final Replica replica;
        final List<Entry> written;
        final Set<Entry> waiting = new HashSet<>();
        RecordState state = NEW;
        long seq;

        Desk(Replica replica, List<Entry> written) {
            this.replica = replica;
            this.written = written;
        }

        void write(Random random) {
            var values = new TreeMap<String, Json>();
            for (var field : List.of("name", "tier", "phase"))
                if (random.nextInt(3) == 0) values.put(field, Json.of("v" + random.nextInt(4)));
            if (values.isEmpty()) return;
            var beside = new TreeSet<EntryId>();
            if (random.nextInt(3) == 0)
                state.heads().values().forEach(heads -> heads.forEach(head -> {
                    if (random.nextBoolean()) beside.add(head.entry());
                }));
            seq += 1 + random.nextInt(3);
            var operation = beside.isEmpty() ? Operation.EDIT : Operation.LOAD;
            var entry = entry(new EntryId(replica, seq), state.known(), beside, operation, values);
            written.add(entry);
            state = state.apply(entry);
        }

        void receive(Entry entry) {
            waiting.add(entry);
            boolean more = true;
            while (more) {
                more = false;
                for (var next : List.copyOf(waiting)) {
                    if (!state.ready(next)) continue;
                    state = state.apply(next);
                    waiting.remove(next);
                    more = true;
                }
            }
        }
    }

    private static List<Desk> history(Random random) {
        var written = new ArrayList<Entry>();
        var desks = new ArrayList<Desk>();
        for (int i = 0; i < 2 + random.nextInt(3); i++)
            desks.add(new Desk(new Replica("000000000000000" + (i + 1)), written));
        for (int step = 0; step < 40; step++) {
            var desk = desks.get(random.nextInt(desks.size()));
            if (random.nextInt(3) == 0 || written.isEmpty()) desk.write(random);
            else desk.receive(written.get(random.nextInt(written.size())));
        }
        for (var desk : desks) {
            var rest = new ArrayList<>(written);
            Collections.shuffle(rest, random);
            rest.forEach(desk::receive);
        }
        return desks;
    }
}
