package fourfold.store;

import static fourfold.store.gen.Tables.PLAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.core.threat.Threat;
import fourfold.journal.MemoryJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A store that could not take an act takes it later, with nothing lost and nothing doubled.
class CatchingUpTest {

    private static final Replica REPLICA = new Replica("00000000000000aa");
    private static final Author AUTHOR = new Author("X11007", "EMSOU", "LRO");

    private final MemoryJournal journal = new MemoryJournal();
    private long seq;

    @Test
    void acts_that_failed_at_the_last_step_are_taken_by_the_next_attempt() {
        var history = new Histories(51);
        try (var jammed = Store.inMemory()) {
            history.append(journal, 20).forEach(jammed.projection()::project);
            for (int i = 0; i < 2; i++) {
                var missed = history.append(journal, 1).getFirst();
                Jam.during(jammed, () -> assertThrows(StoreFault.class, () -> jammed.projection().project(missed)));
                assertTrue(jammed.projection().catchUp(journal, at -> {}, () -> false));
                history.append(journal, 5).forEach(jammed.projection()::project);
            }
            assertLikeTheJournal(jammed);
        }
    }

    @Test
    void an_act_that_failed_half_way_leaves_no_threats_line_behind() {
        var threat = new UUID(1, 1);
        var plan = new UUID(2, 2);
        try (var store = Store.inMemory()) {
            store.projection().project(append(List.of(
                    entry(Threat.FIELDS.kind(), threat, Versions.NONE, "name", Json.of("Op Kiln")),
                    entry(Plan.FIELDS.kind(), plan, Versions.NONE, "threat", Json.of(new UUID(3, 3).toString())))));
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < 10_000; i++)
                entries.add(entry(
                        Disruption.FIELDS.kind(), new UUID(4, i), Versions.NONE, "threat", Json.of(threat.toString()),
                        "p", Json.of("PREVENT")));
            entries.add(entry(
                    Plan.FIELDS.kind(), plan, Versions.NONE.with(new EntryId(REPLICA, 2)), "objective", Json.of("Wait")));
            var act = append(entries);
            store.read(sql -> {
                sql.selectFrom(PLAN).forUpdate().fetch();
                assertThrows(StoreFault.class, () -> store.projection().project(act));
                return 0L;
            });
            assertTrue(store.projection().catchUp(journal, at -> {}, () -> false));
            assertLikeTheJournal(store);
        }
    }

    private List<Journal.Recorded> append(List<Entry> entries) {
        var act = new Act(new UUID(5, seq), entries, new byte[64]);
        var spots = journal.append(act, AUTHOR);
        var recorded = new ArrayList<Journal.Recorded>();
        for (int i = 0; i < entries.size(); i++) recorded.add(new Journal.Recorded(spots.get(i), act.id(), entries.get(i)));
        return recorded;
    }

    private Entry entry(String kind, UUID record, Versions seen, Object... namesAndValues) {
        var values = new TreeMap<String, Json>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            values.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
        return new Entry(
                new EntryId(REPLICA, ++seq),
                seen,
                new TreeSet<>(),
                new Stamp(1_650_000_000_000L + seq, 0),
                AUTHOR,
                "EDIT",
                kind,
                record,
                values,
                "",
                Marking.OFFICIAL_SENSITIVE,
                "0".repeat(32));
    }

    private void assertLikeTheJournal(Store store) {
        try (var fresh = Store.inMemory()) {
            fresh.projection().catchUp(journal, at -> {}, () -> false);
            assertEquals(fresh.projection().position(), store.projection().position());
            Tables.assertSame(fresh, store);
        }
    }
}
