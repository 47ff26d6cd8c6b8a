package fourfold.bench;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Versions;
import fourfold.core.threat.Threat;
import fourfold.desk.Surroundings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/// A vault of more than 10,000 threats with their plans and actions and 250,000 events, whose journal holds 500,000 entries:
/// what was loaded, and edits in acts of ten: most of a summary, a fifth of a category, a twentieth of an event's day, and some of a
/// threat's phase, so that what was known on an earlier moment differs in what is counted. Its key costs what a new one costs on this machine.
///
/// @param begun when the first edit was written
/// @param done when the last was
record BigVault(
        Path folder, Surroundings surroundings, long entries, long threats, long events, Instant begun, Instant done) {

    /// How many entries the journal has at least.
    private static final int ENTRIES = 500_000;

    /// How many of a hundred parts of that size are made: for trying the benchmarks themselves out.
    private static final int PART = Integer.getInteger("fourfold.bench.part", 100);

    private static final int REGIONS = 22;
    private static final int YEARS = 131;
    private static final int IN_AN_ACT = 10;

    static BigVault make(Bed bed, Path folder) throws Exception {
        var surroundings = Surroundings.usual(fourfold.extract.ReferenceTables.whenAsked());
        var files = Extracts.write(bed.folder("extracts"), Math.max(1, REGIONS * PART / 100), Math.max(2, YEARS * PART / 100));
        var office = Bed.begin(surroundings, folder, "EMSOU");
        long threats;
        long events;
        try {
            threats = Extracts.load(office, Extracts.only(files, Set.of("threats", "plans", "actions", "meetings")))
                    .tallies().get("threats").loaded();
            events = Extracts.load(office, Extracts.only(files, Set.of("disruptions")))
                    .tallies().get("disruptions").loaded();
        } finally {
            Bed.leave(office);
        }
        var begun = Instant.now();
        long entries = edit(surroundings, folder);
        var done = Instant.now();
        Bed.leave(Bed.enter(surroundings, folder, false));
        return new BigVault(folder, surroundings, entries, threats, events, begun, done);
    }

    /// The first entry of a record.
    ///
    /// @param day when the event was; nothing of a threat
    private record First(String kind, UUID record, EntryId entry, Json day) {}

    private static final List<String> CATEGORIES = Stream.of(Category.MINOR, Category.MODERATE, Category.MAJOR, Category.NO_IMPACT)
            .map(Category::name)
            .toList();

    private static Map<String, Json> change(First first, int number) {
        if (first.kind().equals(Threat.FIELDS.kind())) return Map.of(Threat.PHASE.name(), Json.of("Phase " + number % 7));
        if (number % 5 == 0)
            return Map.of(Disruption.CATEGORY.name(), Json.of(CATEGORIES.get(number / 5 % CATEGORIES.size())));
        if (number % 20 == 1 && !first.day().isNothing())
            return Map.of(Disruption.EVENT_DATE.name(), Json.of(LocalDate.parse(first.day().text()).minusDays(1).toString()));
        return Map.of(Disruption.SUMMARY.name(), Json.of("Order obtained; premises closed, visit " + number));
    }

    /// Appends edits to the journal until it has its size.
    private static long edit(Surroundings surroundings, Path folder) throws Exception {
        try (var vault = OpenedVault.of(surroundings, folder);
                var journal = vault.journal(surroundings)) {
            var records = new ArrayList<First>();
            long[] entries = {0};
            journal.read(1, new Journal.Reader() {
                @Override
                public void entry(Journal.Recorded recorded) {
                    entries[0]++;
                    var entry = recorded.entry();
                    if (entry.kind().equals(Disruption.FIELDS.kind()) || entry.kind().equals(Threat.FIELDS.kind()))
                        records.add(new First(
                                entry.kind(), entry.record(), entry.id(),
                                entry.values().getOrDefault(Disruption.EVENT_DATE.name(), Json.nothing())));
                }
            });
            Collections.shuffle(records, new Random(7));
            var replica = new Replica(vault.open().copy().toString().replace("-", "").substring(0, 16));
            var author = new Author(Bed.USER, "EMSOU", "LRO");
            long seq = journal.lastSeq(replica);
            var stamp = journal.lastStamp();
            int next = 0;
            while (entries[0] < ENTRIES * PART / 100) {
                var act = new ArrayList<Entry>();
                for (int i = 0; i < IN_AN_ACT; i++) {
                    var first = records.get(next++ % records.size());
                    stamp = stamp.next(Instant.now());
                    act.add(new Entry(
                            new EntryId(replica, ++seq), Versions.NONE.with(first.entry), new TreeSet<>(), stamp, author,
                            Operation.EDIT.name(), first.kind, first.record, new TreeMap<>(change(first, next)),
                            "Corrected after a call with the team", Marking.OFFICIAL_SENSITIVE, salt(next)));
                }
                var signature = vault.open().signer().signAct(act.stream().map(Entry::digest).toList());
                journal.append(new Act(UUID.randomUUID(), act, signature), author);
                entries[0] += act.size();
            }
            return entries[0];
        }
    }

    private static String salt(int number) {
        return HexFormat.of().toHexDigits(number * 0x9E3779B97F4A7C15L) + HexFormat.of().toHexDigits((long) number);
    }
}
