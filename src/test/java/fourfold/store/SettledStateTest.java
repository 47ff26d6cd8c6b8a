package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.journal.MemoryJournal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The digest of the settled state: the same whatever the order in which acts came, another where anything that stands is.
class SettledStateTest {

    private static final List<String> SHARED = List.of("threat", "plan", "action", "disruption", "meeting", "review");

    private static List<Act> history(long seed) {
        var acts = new ArrayList<Act>();
        new Histories(seed).append(new MemoryJournal(), 80).forEach(act -> acts.add(new Act(
                act.getFirst().act(), act.stream().map(Journal.Recorded::entry).toList(), new byte[64])));
        return acts;
    }

    private static String digest(List<Act> acts) {
        var journal = new MemoryJournal();
        try (var store = Store.inMemory()) {
            for (var act : acts) journal.append(act, new Author("X1", "EMSOU", "LRO"));
            store.projection().catchUp(journal, position -> {}, () -> false);
            var settled = store.records().settled(SHARED);
            assertTrue(settled.records() > 20, "records to speak of");
            return settled.digest();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theOrderInWhichActsCameMakesNoDifference(long seed) {
        var acts = history(seed);
        var digest = digest(acts);
        for (int turn = 0; turn < 3; turn++) {
            var shuffled = new ArrayList<>(acts);
            Collections.shuffle(shuffled, new Random(seed * 31 + turn));
            assertEquals(digest, digest(shuffled));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void oneOtherValueThatStandsMakesAnother(long seed) {
        var acts = history(seed);
        int act = acts.size() - 1;
        while (place(acts.get(act).entries()) < 0) act--;
        var entries = new ArrayList<>(acts.get(act).entries());
        int place = place(entries);
        var entry = entries.get(place);
        // a field that nobody else writes, so that whatever came later leaves it standing
        entries.set(place, with(entry, "fieldOfThisTest", "CHANGED", entry.operation()));
        var changed = new ArrayList<>(acts);
        changed.set(act, new Act(acts.get(act).id(), entries, new byte[64]));
        assertNotEquals(digest(acts), digest(changed));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void whatIsOnlyProposedMakesNone(long seed) {
        var acts = history(seed);
        var last = acts.getLast().entries().getLast();
        var proposal = new Act(new java.util.UUID(0, seed), List.of(proposal(last)), new byte[64]);
        var more = new ArrayList<>(acts);
        more.add(proposal);
        assertEquals(digest(acts), digest(more));
    }

    /// The last entry of a shared kind, or -1.
    private static int place(List<Entry> entries) {
        for (int i = entries.size() - 1; i >= 0; i--) if (SHARED.contains(entries.get(i).kind())) return i;
        return -1;
    }

    private static Entry with(Entry entry, String field, String value, String operation) {
        var values = new TreeMap<>(entry.values());
        values.put(field, Json.of(value));
        return new Entry(
                entry.id(), entry.seen(), entry.beside(), entry.at(), entry.author(), operation, entry.kind(),
                entry.record(), values, entry.reason(), entry.marking(), entry.salt());
    }

    private static Entry proposal(Entry last) {
        var id = new fourfold.core.sync.EntryId(new fourfold.core.sync.Replica("00000000000000ff"), 1);
        var entry = with(last, "fieldOfANewerVersion", "PROPOSED", Operation.PROPOSE.name());
        return new Entry(
                id, entry.seen(), entry.beside(), entry.at(), entry.author(), entry.operation(), entry.kind(),
                entry.record(), entry.values(), "", entry.marking(), entry.salt());
    }
}
