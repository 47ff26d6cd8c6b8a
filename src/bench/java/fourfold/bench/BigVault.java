package fourfold.bench;

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
import fourfold.desk.Surroundings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// A vault of more than 10,000 threats with their plans and actions and 250,000 events, whose journal holds 500,000 entries:
/// what was loaded, and edits of events in acts of ten. Its key costs what a new one costs on this machine.
record BigVault(Path folder, Surroundings surroundings, long entries, long threats, long events) {

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
        long entries = edit(surroundings, folder);
        Bed.leave(Bed.enter(surroundings, folder, false));
        return new BigVault(folder, surroundings, entries, threats, events);
    }

    private record First(UUID record, EntryId entry) {}

    /// Appends edits to the journal until it has its size.
    private static long edit(Surroundings surroundings, Path folder) throws Exception {
        try (var vault = OpenedVault.of(surroundings, folder);
                var journal = vault.journal(surroundings)) {
            var events = new ArrayList<First>();
            long[] entries = {0};
            journal.read(1, new Journal.Reader() {
                @Override
                public void entry(Journal.Recorded recorded) {
                    entries[0]++;
                    var entry = recorded.entry();
                    if (entry.kind().equals(Disruption.FIELDS.kind())) events.add(new First(entry.record(), entry.id()));
                }

                @Override
                public void actEnd(Journal.ActEnd end) {}

                @Override
                public void audit(Journal.Logged event) {}
            });
            java.util.Collections.shuffle(events, new Random(7));
            var replica = new Replica(vault.open().copy().toString().replace("-", "").substring(0, 16));
            var author = new Author(Bed.USER, "EMSOU", "LRO");
            long seq = journal.lastSeq(replica);
            var stamp = journal.lastStamp();
            int next = 0;
            while (entries[0] < ENTRIES * PART / 100) {
                var act = new ArrayList<Entry>();
                for (int i = 0; i < IN_AN_ACT; i++) {
                    var event = events.get(next++ % events.size());
                    stamp = stamp.next(Instant.now());
                    act.add(new Entry(
                            new EntryId(replica, ++seq), Versions.NONE.with(event.entry), new TreeSet<>(), stamp, author,
                            Operation.EDIT.name(), Disruption.FIELDS.kind(), event.record,
                            new TreeMap<>(Map.of(Disruption.SUMMARY.name(), Json.of("Order obtained; premises closed, visit " + next))),
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
