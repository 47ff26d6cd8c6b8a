package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.review.Review;
import fourfold.core.settings.Draft;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.RecordState;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.core.threat.Threat;
import fourfold.journal.MemoryJournal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A record may add up to far more than its texts may have one by one. Databases bound their cells, H2 until its version
/// 2.2 at 1,048,576 characters, and a row that does not fit would keep the whole vault from opening.
class LongCellsTest {

    private static final int MANY = 1_048_576;
    private static final byte[] STORE_KEY = "a key of 32 bytes for one store.".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final MemoryJournal journal = new MemoryJournal();
    private final UUID record = new UUID(7, 7);
    private RecordState expected = RecordState.of(Threat.FIELDS);

    private List<Journal.Recorded> append(
            String kind, UUID id, int replica, long seq, Versions seen, SortedMap<String, Json> values) {
        var author = new Author("X11007", "EMSOU", "LRO");
        var entry = new Entry(
                new EntryId(new Replica(String.format(Locale.ROOT, "%016x", replica)), seq),
                seen,
                new TreeSet<>(),
                new Stamp(1_650_000_000_000L + seq, 0),
                author,
                "EDIT",
                kind,
                id,
                values,
                "",
                Marking.OFFICIAL_SENSITIVE,
                "0".repeat(32));
        var act = new Act(new UUID(replica, seq), List.of(entry), new byte[64]);
        var spot = journal.append(act, author).getFirst();
        if (id.equals(record)) expected = expected.apply(entry);
        return List.of(new Journal.Recorded(spot, act.id(), entry));
    }

    private static SortedMap<String, Json> values(Object... namesAndValues) {
        var values = new TreeMap<String, Json>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            values.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
        return values;
    }

    private static Json longText(char c, int length) {
        return Json.of(String.valueOf(c).repeat(length));
    }

    /// Projects acts one by one, from the journal, and into a file that is closed and opened again.
    private void check(List<List<Journal.Recorded>> acts, Consumer<Store> holds) {
        try (var live = Store.inMemory();
                var rebuilt = Store.inMemory()) {
            acts.forEach(live.projection()::project);
            holds.accept(live);
            rebuilt.projection().catchUp(journal, at -> {}, () -> false);
            Tables.assertSame(live, rebuilt);
            var files = new StoreFolder(folder.resolve("db"), STORE_KEY, new byte[32]);
            files.openOrRebuild(journal, at -> {}, () -> false).orElseThrow().store().close();
            var again = new StoreFolder(folder.resolve("db"), STORE_KEY, new byte[32])
                    .openOrRebuild(journal, at -> {}, () -> false).orElseThrow();
            assertEquals(StoreFolder.How.AS_LEFT, again.how());
            holds.accept(again.store());
            Tables.assertSame(live, again.store());
            again.store().close();
        }
    }

    @Test
    void long_texts_of_many_units_all_stand_beside_each_other() {
        var acts = new ArrayList<List<Journal.Recorded>>();
        var kind = Threat.FIELDS.kind();
        acts.add(append(kind, record, 0, 1, Versions.NONE, values("name", Json.of("Op Kiln"), "ref", Json.of("EMS-0001"))));
        var seen = expected.known();
        for (int unit = 1; unit <= 17; unit++)
            acts.add(append(kind, record, unit, 1, seen, values("intent", longText((char) ('a' + unit), 65_536))));
        check(acts, store -> {
            var kept = store.records().find(Threat.FIELDS, new Id<>(record)).orElseThrow();
            assertEquals(17, kept.state().heads().get("intent").size());
            assertEquals(expected.heads(), kept.state().heads());
            assertEquals("Op Kiln", kept.record().get(Threat.NAME));
        });
        acts.add(append(kind, record, 0, 2, expected.known(), values("intent", Json.of("settled"))));
        try (var store = Store.inMemory()) {
            acts.forEach(store.projection()::project);
            var kept = store.records().find(Threat.FIELDS, new Id<>(record)).orElseThrow();
            assertEquals("settled", kept.record().get(Threat.INTENT));
            assertTrue(kept.state().conflicts().isEmpty());
        }
    }

    @Test
    void values_longer_than_a_cell_are_given_back_whole() {
        var tags = new ArrayList<String>();
        for (int i = 0; i < 12_000; i++) tags.add(String.format(Locale.ROOT, "%0100d", i));
        var fromNewer = longText('n', MANY + 5);
        var name = longText('N', MANY + 1);
        var acts = List.of(
                append(Threat.FIELDS.kind(), record, 0, 1, Versions.NONE, values(
                        "ref", Json.of("EMS-0001"), "tags", Json.texts(tags), "fieldOfANewerVersion", fromNewer,
                        "name", name)),
                append(Review.FIELDS.kind(), new UUID(8, 8), 0, 2, Versions.NONE, values(
                        "subject", Json.of(record.toString()), "content", longText('\n', 700_000))),
                append(Draft.FIELDS.kind(), new UUID(9, 9), 0, 3, Versions.NONE, values("content", longText('"', 700_000))));
        check(acts, store -> {
            var kept = store.records().find(Threat.FIELDS, new Id<>(record)).orElseThrow();
            assertEquals(12_000, kept.record().get(Threat.TAGS).size());
            assertEquals(name.text(), kept.record().get(Threat.NAME));
            assertEquals(expected.heads(), kept.state().heads());
            var review = store.records().find(Review.FIELDS, new Id<>(new UUID(8, 8))).orElseThrow();
            assertEquals(700_000, review.record().get(Review.CONTENT).length());
            var draft = store.records().find(Draft.FIELDS, new Id<>(new UUID(9, 9))).orElseThrow();
            assertEquals(700_000, draft.record().get(Draft.CONTENT).length());
        });
    }

    @Test
    void a_name_too_long_for_a_list_leaves_the_threat_on_it() {
        var acts = List.of(append(Threat.FIELDS.kind(), record, 0, 1, Versions.NONE, values(
                "ref", longText('R', MANY + 1), "name", Json.of("Op Kiln"), "phase", longText('p', MANY + 1))));
        check(acts, store -> assertEquals(
                1, store.threats().list(ThreatFilter.ALL, ThreatRepository.Order.REF, true, 10, 0).rows().size()));
    }
}
