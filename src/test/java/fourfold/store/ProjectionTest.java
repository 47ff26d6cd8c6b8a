package fourfold.store;

import static fourfold.store.gen.Tables.WAITING_ENTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.sync.Act;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.RecordState;
import fourfold.journal.MemoryJournal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rows follow from the journal alone, and say what its entries say.
class ProjectionTest {

    private final RecordTables tables = new RecordTables();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyRecordSaysWhatItsEntriesAddUpTo(long seed) {
        var journal = new MemoryJournal();
        var history = new Histories(seed);
        try (var store = Store.inMemory()) {
            history.append(journal, 120).forEach(store.projection()::project);
            int conflicts = 0;
            for (var record : history.kinds.entrySet()) {
                var expected = history.states.get(record.getKey());
                if (expected == null) continue;
                var row = row(store, record.getValue(), record.getKey());
                assertEquals(expected.values(), row.values());
                var state = StateText.read(row.state(), row.values(), tables.of(record.getValue()).merging());
                assertEquals(StateText.of(expected), StateText.of(state));
                assertEquals(heads(expected), heads(state));
                conflicts += expected.conflicts().size();
            }
            assertTrue(conflicts > 20, "the history has conflicts to speak of");
        }
    }

    private static String heads(RecordState state) {
        return state.heads().toString();
    }

    private RecordTable.Row row(Store store, String kind, UUID record) {
        return store.read(sql -> tables.of(kind).find(sql, List.of(record)).get(record));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void aStoreBuiltAnewIsTheLiveOneRowForRow(long seed) {
        var journal = new MemoryJournal();
        var history = new Histories(seed);
        try (var live = Store.inMemory();
                var rebuilt = Store.inMemory();
                var made = Store.inMemory()) {
            history.append(journal, 150).forEach(live.projection()::project);
            assertTrue(rebuilt.projection().catchUp(journal, position -> {}, () -> false));
            Tables.assertSame(live, rebuilt);
            assertTrue(made.projection().make(journal, position -> {}, () -> false));
            Tables.assertSame(live, made);
            assertEquals(indexes(live), indexes(made));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62, 63, 64})
    void entriesThatComeBeforeWhatTheirAuthorsHadSeenWaitForItAndAreThenApplied(long seed) {
        var history = new Histories(seed);
        var entries = new ArrayList<Entry>();
        history.append(new MemoryJournal(), 80).forEach(act -> act.forEach(recorded -> entries.add(recorded.entry())));
        Collections.shuffle(entries, new Random(seed));
        var journal = new MemoryJournal();
        try (var store = Store.inMemory();
                var rebuilt = Store.inMemory();
                var made = Store.inMemory()) {
            boolean waited = false;
            for (var entry : entries) {
                var act = new Act(UUID.randomUUID(), List.of(entry), new byte[64]);
                var spot = journal.append(act, entry.author()).getFirst();
                store.projection().project(List.of(new Journal.Recorded(spot, act.id(), entry)));
                waited |= isAnyWaiting(store);
            }
            assertTrue(waited, "the order makes some wait");
            assertFalse(isAnyWaiting(store));
            for (var record : history.kinds.entrySet()) {
                var expected = history.states.get(record.getKey());
                if (expected == null) continue;
                var row = row(store, record.getValue(), record.getKey());
                var state = StateText.read(row.state(), row.values(), tables.of(record.getValue()).merging());
                assertEquals(standing(expected), standing(state));
                assertEquals(expected.known(), state.known());
            }
            rebuilt.projection().catchUp(journal, position -> {}, () -> false);
            Tables.assertSame(store, rebuilt);
            assertTrue(made.projection().make(journal, position -> {}, () -> false));
            Tables.assertSame(store, made);
        }
    }

    private static Set<String> indexes(Store store) {
        var all = "select index_name || ' on ' || table_name from information_schema.indexes"
                + " where index_type_name <> 'PRIMARY KEY'";
        return store.read(sql -> sql.fetch(all).stream()
                .map(row -> String.valueOf(row.get(0)))
                .collect(Collectors.toSet()));
    }

    private static boolean isAnyWaiting(Store store) {
        return store.read(sql -> sql.fetchExists(WAITING_ENTRY));
    }

    private static Map<String, Set<EntryId>> standing(RecordState state) {
        var standing = new TreeMap<String, Set<EntryId>>();
        state.heads().forEach((name, heads) -> standing.put(
                name, heads.stream().map(RecordState.Head::entry).collect(Collectors.toSet())));
        return standing;
    }

    @Test
    void aStoreThatFellBehindCatchesUpToTheSameRows() {
        var journal = new MemoryJournal();
        var history = new Histories(21);
        try (var live = Store.inMemory();
                var behind = Store.inMemory()) {
            history.append(journal, 60).forEach(act -> {
                live.projection().project(act);
                behind.projection().project(act);
            });
            history.append(journal, 60).forEach(live.projection()::project);
            assertTrue(behind.projection().catchUp(journal, position -> {}, () -> false));
            Tables.assertSame(live, behind);
        }
    }

    @Test
    void entriesThatAreThereAlreadyChangeNothing() {
        var journal = new MemoryJournal();
        var acts = new Histories(31).append(journal, 60);
        try (var once = Store.inMemory();
                var again = Store.inMemory()) {
            acts.forEach(once.projection()::project);
            for (int i = 0; i < acts.size(); i++) {
                again.projection().project(acts.get(i));
                again.projection().project(acts.get(Math.max(0, i - 3)));
            }
            again.projection().catchUp(journal, position -> {}, () -> false);
            Tables.assertSame(once, again);
        }
    }

    @Test
    void manyActsAtOnceGiveTheRowsOfOneAfterTheOther() {
        var journal = new MemoryJournal();
        var acts = new Histories(41).append(journal, 80);
        var all = new ArrayList<Journal.Recorded>();
        acts.forEach(all::addAll);
        try (var one = Store.inMemory();
                var bulk = Store.inMemory()) {
            acts.forEach(one.projection()::project);
            bulk.projection().project(all);
            Tables.assertSame(one, bulk);
        }
    }

    @Test
    void aRebuildThatIsStoppedGoesOnWhereItStopped() {
        var journal = new MemoryJournal();
        var history = new Histories(51);
        for (int i = 0; i < 40; i++) history.append(journal, 100);
        try (var whole = Store.inMemory();
                var stopped = Store.inMemory()) {
            assertTrue(whole.projection().catchUp(journal, position -> {}, () -> false));
            var asked = new AtomicInteger();
            assertFalse(stopped.projection().catchUp(journal, 1_000, position -> {}, () -> asked.incrementAndGet() == 3));
            assertTrue(stopped.projection().position() > 0);
            assertTrue(stopped.projection().position() < whole.projection().position());
            assertTrue(stopped.projection().catchUp(journal, position -> {}, () -> false));
            Tables.assertSame(whole, stopped);
        }
    }
}
