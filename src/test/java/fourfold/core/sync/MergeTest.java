package fourfold.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.RecordState.Head;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What comes of concurrent changes, field by field: the table of the merge as cases, and its invariants over random
/// histories of two to six desks whose entries travel late, doubled, in parts and in any order.
///
/// `-Dfourfold.seed=N` begins at a seed, so that it comes first.
@Tag("goal")
final class MergeTest {

    private static final RecordState NEW = RecordState.of(Threat.FIELDS);
    private static final Replica A = new Replica("000000000000000a");
    private static final Replica B = new Replica("000000000000000b");
    private static final Replica C = new Replica("000000000000000c");

    private static Entry entry(
            EntryId id, Versions seen, Collection<EntryId> beside, Operation operation, Map<String, Json> values) {
        return new Entry(
                id, seen, new TreeSet<>(beside), Stamp.ZERO, new Author("X1", "EMSOU", "LRO"), operation.name(), "threat",
                new UUID(1, 2), new TreeMap<>(values), "", Marking.OFFICIAL, "0".repeat(32));
    }

    private static Entry edit(Replica replica, long seq, RecordState on, String field, Json value) {
        return entry(new EntryId(replica, seq), on.known(), Set.of(), Operation.EDIT, Map.of(field, value));
    }

    private static Entry act(Operation operation, Replica replica, long seq, RecordState on, String field, String value) {
        return entry(new EntryId(replica, seq), on.known(), Set.of(), operation, Map.of(field, Json.of(value)));
    }

    private static Json set(String... members) {
        return Json.texts(new TreeSet<>(List.of(members)));
    }

    @Test
    void of_a_governed_field_changed_twice_at_once_the_value_from_before_stands_on_every_desk() {
        var start = NEW.apply(edit(A, 1, NEW, "tier", Json.of("TIER_1")));
        var one = edit(A, 2, start, "tier", Json.of("TIER_2"));
        var other = edit(B, 1, start, "tier", Json.of("TIER_3"));
        for (var state : List.of(start.apply(one).apply(other), start.apply(other).apply(one))) {
            assertEquals(Set.of("tier"), state.conflicts());
            assertEquals(Json.of("TIER_1"), state.values().get("tier"));
            var settled = state.apply(edit(C, 1, state, "tier", Json.of("TIER_3")));
            assertEquals(Json.of("TIER_3"), settled.values().get("tier"));
            assertTrue(settled.conflicts().isEmpty());
        }
    }

    @Test
    void of_an_ordinary_field_the_own_value_is_shown_until_somebody_decides() {
        var start = NEW.apply(edit(A, 1, NEW, "name", Json.of("Op One")));
        var one = edit(A, 2, start, "name", Json.of("Op Two"));
        var other = edit(B, 1, start, "name", Json.of("Op Three"));
        assertEquals(Json.of("Op Two"), start.apply(one).apply(other).values().get("name"));
        assertEquals(Json.of("Op Three"), start.apply(other).apply(one).values().get("name"));
    }

    @Test
    void the_higher_risk_is_shown_until_it_is_settled() {
        var start = NEW.apply(edit(A, 1, NEW, "priority", Json.of("REGION")));
        var lower = edit(A, 2, start, "priority", Json.of("FORCE"));
        var higher = edit(B, 1, start, "priority", Json.of("NATIONAL"));
        for (var state : List.of(start.apply(lower).apply(higher), start.apply(higher).apply(lower))) {
            assertEquals(Json.of("NATIONAL"), state.values().get("priority"));
            assertEquals(Set.of("priority"), state.conflicts());
        }
    }

    @Test
    void a_proposal_is_no_part_of_the_record_until_it_is_answered() {
        var start = NEW.apply(edit(A, 1, NEW, "tier", Json.of("TIER_1")));
        var proposed = start.apply(act(Operation.PROPOSE, B, 1, start, "tier", "TIER_2"));
        assertEquals(Json.of("TIER_1"), proposed.values().get("tier"));
        assertTrue(proposed.conflicts().isEmpty());
        assertEquals(Set.of("tier"), proposed.proposals().keySet());
        var accepted = proposed.apply(act(Operation.ACCEPT, A, 2, proposed, "tier", "TIER_2"));
        assertEquals(Json.of("TIER_2"), accepted.values().get("tier"));
        assertTrue(accepted.proposals().isEmpty());
        var declined = proposed.apply(act(Operation.DECLINE, A, 2, proposed, "tier", "TIER_2"));
        assertEquals(Json.of("TIER_1"), declined.values().get("tier"));
        assertTrue(declined.proposals().isEmpty());
        var edited = proposed.apply(edit(A, 2, proposed, "tier", Json.of("TIER_3")));
        assertEquals(Set.of("tier"), edited.proposals().keySet(), "an edit is no answer");
    }

    /// The three-way rule for two desks, written down without any history.
    @Test
    void in_sets_additions_win_and_what_one_removed_and_the_other_kept_goes() {
        for (long seed = 1; seed <= 500; seed++) {
            var random = new Random(seed);
            var base = members(random);
            var one = members(random);
            var other = members(random);
            var expected = new TreeSet<String>();
            for (var member : List.of("a", "b", "c", "d", "e")) {
                boolean kept = base.contains(member) && one.contains(member) && other.contains(member);
                boolean added = !base.contains(member) && (one.contains(member) || other.contains(member));
                if (kept || added) expected.add(member);
            }
            var start = NEW.apply(edit(A, 1, NEW, "tags", Json.texts(base)));
            var first = edit(A, 2, start, "tags", Json.texts(one));
            var second = edit(B, 1, start, "tags", Json.texts(other));
            for (var state : List.of(start.apply(first).apply(second), start.apply(second).apply(first))) {
                var shown = state.values().getOrDefault("tags", Json.texts(List.of()));
                assertEquals(Json.texts(expected), shown, "seed " + seed);
                assertTrue(state.conflicts().isEmpty());
            }
        }
    }

    @Test
    void an_extract_that_still_states_a_removed_tag_does_not_bring_it_back() {
        var loaded = NEW.apply(
                entry(new EntryId(A, 1), Versions.NONE, Set.of(), Operation.LOAD, Map.of("tags", set("guns", "drugs"))));
        var edited = loaded.apply(edit(A, 2, loaded, "tags", set("drugs")));
        var again = edited.apply(entry(
                new EntryId(A, 3), edited.known(), Set.of(new EntryId(A, 2)), Operation.LOAD,
                Map.of("tags", set("cash", "drugs", "guns"))));
        assertEquals(set("cash", "drugs"), again.values().get("tags"));
    }

    private static SortedSet<String> members(Random random) {
        var members = new TreeSet<String>();
        for (var member : List.of("a", "b", "c", "d", "e")) if (random.nextBoolean()) members.add(member);
        return members;
    }

    /// Where a desk stands, and what it cannot apply yet.
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
            seq += 1 + random.nextInt(3);
            var entry = random.nextInt(4) == 0 ? about(random) : change(random);
            written.add(entry);
            receive(entry);
        }

        private Entry change(Random random) {
            var values = new TreeMap<String, Json>();
            values.put("name", Json.of("v" + random.nextInt(4)));
            if (random.nextBoolean()) values.put("tier", Json.of("TIER_" + (1 + random.nextInt(4))));
            if (random.nextBoolean()) values.put("tags", Json.texts(members(random)));
            if (random.nextBoolean()) values.put("priority", Json.of(random.nextBoolean() ? "FORCE" : "NATIONAL"));
            if (random.nextInt(3) > 0) values.remove("name");
            if (values.isEmpty()) values.put("scope", Json.nothing());
            var beside = new TreeSet<EntryId>();
            if (random.nextInt(4) == 0)
                state.heads().values().forEach(heads -> heads.forEach(head -> {
                    if (random.nextBoolean()) beside.add(head.entry());
                }));
            var operation = beside.isEmpty() ? Operation.EDIT : Operation.LOAD;
            return entry(new EntryId(replica, seq), state.known(), beside, operation, values);
        }

        /// A proposal, or an answer to those that are open.
        private Entry about(Random random) {
            var operation = state.proposals().isEmpty()
                    ? Operation.PROPOSE
                    : List.of(Operation.PROPOSE, Operation.ACCEPT, Operation.DECLINE).get(random.nextInt(3));
            return act(operation, replica, seq, state, "tier", "TIER_" + (1 + random.nextInt(4)));
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

    @Test
    void whatever_way_entries_travel_every_desk_comes_to_the_same_and_nothing_is_lost() {
        try (var trials = Trials.of(Goal.G_7, "random histories of two to six desks", 5_000, 1_000_000)) {
            for (long seed : trials) exchange(seed);
        }
    }

    private static void exchange(long seed) {
        var said = "mvn test -Dtest=MergeTest -Dfourfold.seed=" + seed;
        var desks = history(new Random(seed));
        var all = desks.getFirst().written;
        var first = desks.getFirst().state;
        for (var desk : desks) {
            assertEquals(0, desk.waiting.size(), said);
            assertEquals(standing(first), standing(desk.state), said);
            for (var same : List.of("tier", "tags", "priority"))
                assertEquals(first.values().get(same), desk.state.values().get(same), said);
            assertEquals(proposed(first), proposed(desk.state), said);
            var again = desk.state;
            for (var entry : all) again = again.apply(entry);
            assertEquals(StateJson.of(desk.state), StateJson.of(again), said);
            var read = StateJson.read(StateJson.of(again), again.values(), Threat.FIELDS);
            assertEquals(again.values(), read.values(), said);
            assertEquals(StateJson.of(again), StateJson.of(read), said);
        }
        nothingIsLost(all, first, said);
    }

    private static Map<String, Set<EntryId>> standing(RecordState state) {
        var standing = new TreeMap<String, Set<EntryId>>();
        state.heads().forEach((name, heads) -> standing.put(name, heads.stream().map(Head::entry).collect(Collectors.toSet())));
        return standing;
    }

    private static Map<String, Set<EntryId>> proposed(RecordState state) {
        var open = new TreeMap<String, Set<EntryId>>();
        state.proposals().forEach((name, heads) -> open.put(name, heads.stream().map(Head::entry).collect(Collectors.toSet())));
        return open;
    }

    /// The oracle: a value stands if no entry that wrote the field superseded it.
    private static void nothingIsLost(List<Entry> all, RecordState state, String said) {
        for (var field : List.of("name", "tier", "tags", "priority")) {
            var wrote = all.stream()
                    .filter(entry -> entry.values().containsKey(field))
                    .filter(entry -> !Arrays.asList("PROPOSE", "DECLINE").contains(entry.operation()))
                    .toList();
            var expected = wrote.stream()
                    .filter(entry -> wrote.stream().noneMatch(other -> !other.id().equals(entry.id()) && other.supersedes(entry.id())))
                    .map(Entry::id)
                    .collect(Collectors.toSet());
            assertEquals(expected, standing(state).getOrDefault(field, Set.of()), said + " " + field);
        }
        var proposals = all.stream().filter(entry -> entry.operation().equals("PROPOSE")).toList();
        var open = proposals.stream()
                .filter(entry -> all.stream()
                        .filter(other -> List.of("PROPOSE", "ACCEPT", "DECLINE").contains(other.operation()))
                        .noneMatch(other -> !other.id().equals(entry.id()) && other.supersedes(entry.id())))
                .map(Entry::id)
                .collect(Collectors.toSet());
        assertEquals(open, proposed(state).getOrDefault("tier", Set.of()), said);
    }

    private static List<Desk> history(Random random) {
        var written = new ArrayList<Entry>();
        var desks = new ArrayList<Desk>();
        for (int i = 0; i < 2 + random.nextInt(5); i++)
            desks.add(new Desk(new Replica("000000000000000" + (i + 1)), written));
        for (int step = 0; step < 24; step++) {
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
