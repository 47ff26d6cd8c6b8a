package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.LinkDecision;
import fourfold.core.figures.Column.Amounts;
import fourfold.core.figures.Column.Days;
import fourfold.core.figures.Column.Flags;
import fourfold.core.figures.Column.Links;
import fourfold.core.figures.Column.Picks;
import fourfold.core.figures.Column.WordSets;
import fourfold.core.figures.Column.Words;
import fourfold.core.figures.CountedFields;
import fourfold.core.figures.FactTable;
import fourfold.core.figures.Facts;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.journal.MemoryJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the store keeps of each row's past gives the same facts for every position as a projection of the journal up to
/// there.
class PastFactsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {81, 82, 83})
    void factsTurnedBackAreThoseOfAProjectionUpToThere(long seed) {
        var random = new Random(seed);
        var journal = new MemoryJournal();
        var history = new Histories(seed);
        try (var live = Store.inMemory();
                var made = Store.inMemory()) {
            var links = new LinkHistory(random);
            for (int i = 0; i < 25; i++) {
                history.append(journal, 5).forEach(live.projection()::project);
                live.projection().project(links.append(journal, events(history)));
            }
            assertTrue(made.projection().make(journal, position -> {}, () -> false));
            Tables.assertSame(live, made);
            var now = live.facts().now();
            int turned = 0;
            for (int i = 0; i < 5; i++) {
                long position = i == 0 ? 0 : 1 + random.nextInt((int) journal.head());
                try (var then = Store.inMemory()) {
                    assertTrue(then.projection().catchUp(new JournalUpTo(journal, position), at -> {}, () -> false));
                    var turnedBack = live.facts().at(now, position);
                    assertEquals(text(then.facts().now()), text(turnedBack), "seed " + seed + ", position " + position);
                    if (!turnedBack.supportOf().isEmpty()) turned++;
                }
            }
            assertTrue(turned > 0, "some position has linked events");
        }
    }

    @Test
    void entriesThatWaitedCountFromWhenTheirTurnCame() {
        var history = new Histories(91);
        var entries = new ArrayList<Entry>();
        history.append(new MemoryJournal(), 60).forEach(act -> act.forEach(recorded -> entries.add(recorded.entry())));
        java.util.Collections.shuffle(entries, new Random(91));
        var journal = new MemoryJournal();
        try (var live = Store.inMemory()) {
            for (var entry : entries) live.projection().project(append(journal, List.of(entry)));
            var now = live.facts().now();
            for (long position = 5; position < journal.head(); position += 71)
                try (var then = Store.inMemory()) {
                    then.projection().catchUp(new JournalUpTo(journal, position), at -> {}, () -> false);
                    assertEquals(text(then.facts().now()), text(live.facts().at(now, position)), "position " + position);
                }
        }
    }

    @Test
    void aFullProjectionLiesInAnEncryptedFileOfItsOwnAndLeavesNothing(@TempDir Path folder) throws IOException {
        var journal = new MemoryJournal();
        var history = new Histories(92);
        Files.createDirectory(folder.resolve("past-left-by-a-power-cut"));
        try (var live = Store.inMemory()) {
            history.append(journal, 60).forEach(live.projection()::project);
            long position = journal.head() / 2;
            try (var past = PastStore.upTo(folder, journal, position, at -> {}, () -> false).orElseThrow()) {
                assertEquals(text(live.facts().at(live.facts().now(), position)), text(past.facts()));
                try (var files = Files.walk(folder)) {
                    var made = files.filter(Files::isRegularFile).toList();
                    assertEquals(1, made.size());
                    var bytes = Files.readString(made.getFirst(), java.nio.charset.StandardCharsets.ISO_8859_1);
                    assertFalse(bytes.contains("kept_version"), "what is in the file can be read");
                }
            }
            try (var left = Files.list(folder)) {
                assertEquals(List.of(), left.toList());
            }
        }
    }

    /// What figures read is all that it has, and that is right for every history: links in conflict, entries that waited, records
    /// that were written often, and an import that was undone later.
    @Test
    void aFullProjectionOfWhatIsCountedGivesTheSameAsFactsTurnedBack(@TempDir Path folder) {
        var random = new Random(94);
        var journal = new MemoryJournal();
        var history = new Histories(94);
        var links = new LinkHistory(random);
        try (var live = Store.inMemory()) {
            for (int i = 0; i < 30; i++) {
                history.append(journal, 5);
                links.append(journal, events(history));
            }
            long first = journal.head() + 1;
            history.append(journal, 10);
            var brought = append(journal, List.of(entry(
                    new Replica("00000000000000bb"), 1, 1_000L, new UUID(3, 3), "threat", Versions.NONE, Map.of())));
            long last = brought.getFirst().spot().position();
            long between = journal.head();
            append(journal, List.of(entry(
                    new Replica("00000000000000aa"),
                    9_000_000,
                    1_000L,
                    new UUID(4, 4),
                    ReceivedPackage.FIELDS.kind(),
                    Versions.NONE,
                    Map.of(ReceivedPackage.TAKEN_BACK.name(), Json.of(first + "-" + last)))));
            history.append(journal, 20);
            live.projection().make(journal, position -> {}, () -> false);
            var now = live.facts().now();
            assertFalse(text(now).contains(new UUID(3, 3).toString()));
            for (long position : new long[] {1, first / 2, first - 1, between, journal.head()}) {
                try (var past = PastStore.upTo(folder, journal, position, at -> {}, () -> false).orElseThrow()) {
                    assertEquals(text(live.facts().at(now, position)), text(past.facts()), "position " + position);
                }
            }
        }
    }

    @Test
    void aFullProjectionThatIsStoppedLeavesNothing(@TempDir Path folder) throws IOException {
        var journal = new MemoryJournal();
        new Histories(93).append(journal, 600);
        assertTrue(PastStore.upTo(folder, journal, journal.head(), at -> {}, () -> true).isEmpty());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aMomentIsWhatThisVaultHadWrittenByThen() {
        var journal = new MemoryJournal();
        var here = new Replica("00000000000000aa");
        var other = new Replica("00000000000000bb");
        try (var store = Store.inMemory()) {
            var ends = new ArrayList<Long>();
            var times = List.of(1_000L, 2_000L, 1_500L, 5_000L);
            var writers = List.of(here, here, other, here);
            for (int i = 0; i < times.size(); i++) {
                var entry = entry(writers.get(i), 1 + i, times.get(i), UUID.randomUUID(), "threat", Versions.NONE, Map.of());
                var told = append(journal, List.of(entry));
                store.projection().project(told);
                ends.add(told.getFirst().spot().position());
            }
            var facts = store.facts();
            assertEquals(0, facts.position(java.time.Instant.ofEpochMilli(999), here));
            assertTrue(facts.position(java.time.Instant.ofEpochMilli(1_999), here) >= ends.get(0));
            assertTrue(facts.position(java.time.Instant.ofEpochMilli(1_999), here) < ends.get(1));
            // what another wrote in between came in after 2,000, however early its author's clock
            assertTrue(facts.position(java.time.Instant.ofEpochMilli(4_999), here) < ends.get(2));
            assertTrue(facts.position(java.time.Instant.ofEpochMilli(4_999), here) >= ends.get(1));
            assertEquals(ends.get(3), facts.position(java.time.Instant.ofEpochMilli(5_000), here));
        }
    }

    private static List<UUID> events(Histories history) {
        return history.kinds.entrySet().stream()
                .filter(one -> one.getValue().equals(Disruption.FIELDS.kind()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Links of events by three replicas that have not always seen each other.
    private static final class LinkHistory {
        private final Random random;
        private final Map<UUID, RecordState> states = new HashMap<>();
        private final Map<UUID, List<UUID>> pairs = new HashMap<>();
        private long number = 1_000_000;

        LinkHistory(Random random) {
            this.random = random;
        }

        List<Journal.Recorded> append(Journal journal, List<UUID> events) {
            if (events.size() < 2) return List.of();
            var link = new UUID(9, random.nextInt(8));
            var pair = pairs.computeIfAbsent(link, fresh -> List.of(
                    events.get(random.nextInt(events.size() - 1)), events.get(events.size() - 1)));
            var before = states.getOrDefault(link, RecordState.of(EventLink.FIELDS));
            var decisions = LinkDecision.values();
            var entry = entry(
                    new Replica("00000000000000a" + random.nextInt(3)),
                    number++,
                    1_650_000_000_000L,
                    link,
                    EventLink.FIELDS.kind(),
                    random.nextBoolean() ? before.known() : Versions.NONE,
                    Map.of(
                            EventLink.FIRST.name(), Json.of(pair.getFirst().toString()),
                            EventLink.SECOND.name(), Json.of(pair.getLast().toString()),
                            EventLink.DECISION.name(), Json.of(decisions[random.nextInt(decisions.length)].name())));
            states.put(link, before.apply(entry));
            return PastFactsTest.append(journal, List.of(entry));
        }
    }

    private static Entry entry(
            Replica replica, long seq, long millis, UUID record, String kind, Versions seen, Map<String, Json> values) {
        return new Entry(
                new EntryId(replica, seq),
                seen,
                new TreeSet<>(),
                new Stamp(millis, 0),
                new Author("X11007", "EMSOU", "LRO"),
                Operation.EDIT.name(),
                kind,
                record,
                new TreeMap<>(values),
                "",
                Marking.OFFICIAL_SENSITIVE,
                "00000000000000000000000000000000");
    }

    private static List<Journal.Recorded> append(Journal journal, List<Entry> entries) {
        var act = new Act(UUID.randomUUID(), entries, new byte[64]);
        var spots = journal.append(act, entries.getFirst().author());
        var told = new ArrayList<Journal.Recorded>();
        for (int i = 0; i < entries.size(); i++) told.add(new Journal.Recorded(spots.get(i), act.id(), entries.get(i)));
        return told;
    }

    /// Everything that the facts say, in words.
    private static String text(Facts facts) {
        var text = new StringBuilder();
        for (var table : List.of(facts.threats(), facts.plans(), facts.actions(), facts.events(), facts.meetings()))
            text.append(text(table));
        new TreeMap<>(facts.agendas()).forEach((row, threats) -> text.append(row).append(Arrays.toString(threats)));
        return text.append('\n').append(new TreeMap<>(facts.supportOf())).toString();
    }

    private static String text(FactTable<?> table) {
        var text = new StringBuilder(table.kind()).append('\n');
        for (int row = 0; row < table.size(); row++) {
            text.append(table.id(row)).append(' ').append(table.record(row));
            for (var field : CountedFields.of(table.fields())) {
                int at = row;
                text.append(' ').append(field.name()).append('=').append(switch (table.column(field)) {
                    case Days days -> days.at(at);
                    case Picks<?> picks -> picks.at(at);
                    case Words words -> words.at(at);
                    case WordSets sets -> sets.at(at);
                    case Links links -> links.at(at);
                    case Amounts amounts -> amounts.at(at);
                    case Flags flags -> flags.isGiven(at) + "/" + flags.is(at);
                });
            }
            text.append('\n');
        }
        return text.toString();
    }
}
