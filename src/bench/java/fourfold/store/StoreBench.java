package fourfold.store;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.P;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.ThreatKind;
import fourfold.core.threat.Tier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/// Measures the projection beside a raw batch insert of the very rows that it leaves behind: same tables, same indexes,
/// same encryption, same cache.
final class StoreBench {

    private static final Replica HERE = new Replica("00000000000000aa");
    private static final Author AUTHOR = new Author("X11007", "EMSOU", "LRO");
    private static final char[] PASSWORD = "00112233445566778899aabbccddeeff".toCharArray();

    private final Random random = new Random(7);
    private final List<Id<Threat>> threats = new ArrayList<>();
    private long seq;
    private long position;

    private StoreBench() {}

    /// @param arguments the number of events, and of later changes of them
    public static void main(String[] arguments) throws IOException, SQLException {
        int events = Integer.parseInt(arguments[0]);
        int changes = Integer.parseInt(arguments[1]);
        new StoreBench().run(events, changes);
    }

    private void run(int events, int changes) throws IOException, SQLException {
        var folder = Files.createTempDirectory("fourfold-bench");
        var warm = threats(10_000);
        var load = events(events);
        var later = changes(load, changes);

        for (int round = 0; round < 2; round++) {
            var live = folder.resolve("live" + round);
            long took;
            try (var store = Store.create(live, PASSWORD, last -> {})) {
                time("threats " + warm.size(), () -> project(store, warm));
                took = time("load of " + events, () -> project(store, load));
                if (changes > 0) time("changes " + changes, () -> pieces(store, later));
            }
            long raw = raw(live, folder.resolve("raw" + round), changes == 0 ? "disruption" : "");
            System.out.printf("load: ratio %.2f%n", (double) took / raw);
            var again = folder.resolve("again" + round);
            try (var store = Store.create(again, PASSWORD, last -> {})) {
                var all = new ArrayList<>(warm);
                all.addAll(load);
                all.addAll(later);
                long rebuilt = time(
                        "rebuild of " + all.size(),
                        () -> store.projection().catchUp(new Told(all), p -> {}, () -> false));
                long whole = raw(live, folder.resolve("whole" + round), "");
                System.out.printf("rebuild: ratio %.2f%n", (double) rebuilt / whole);
            }
        }
    }

    private static boolean project(Store store, List<Journal.Recorded> entries) {
        store.projection().project(entries);
        return true;
    }

    private static boolean pieces(Store store, List<Journal.Recorded> entries) {
        for (int i = 0; i < entries.size(); i += 1000)
            store.projection().project(entries.subList(i, Math.min(entries.size(), i + 1000)));
        return true;
    }

    /// Processor time of this process, so that what else the machine does counts for nothing.
    private static long now() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long time(String what, Supplier<?> work) {
        long from = now();
        work.get();
        long took = now() - from;
        System.out.printf("%-28s %,8d ms%n", what, took / 1_000_000);
        return took;
    }

    /// Inserts the rows of that store into a new one, table by table, in one transaction.
    private static long raw(Path from, Path to, String onlyTable) throws SQLException, IOException {
        var rows = new LinkedHashMap<org.jooq.Table<?>, List<Object[]>>();
        try (var store = Store.open(from, PASSWORD, last -> {})) {
            for (var table : fourfold.store.gen.DefaultSchema.DEFAULT_SCHEMA.getTables()) {
                boolean wanted = onlyTable.isEmpty() || table.getName().startsWith(onlyTable)
                        || table.getName().equals("entry");
                if (table.getName().equals("projection") || !wanted) continue;
                rows.put(table, store.read(sql -> {
                    var all = new ArrayList<Object[]>();
                    var condition = onlyTable.isEmpty() || !table.getName().equals("entry")
                            ? org.jooq.impl.DSL.noCondition()
                            : org.jooq.impl.DSL.condition("\"kind\" = 'disruption'");
                    sql.selectFrom(table).where(condition).fetchLazy().forEach(r -> all.add(r.intoArray()));
                    return all;
                }));
            }
        }
        try (var store = Store.create(to, PASSWORD, last -> {})) {
            long at = now();
            store.rawInsert(rows);
            long took = now() - at;
            System.out.printf("%-28s %,8d ms, %,d MB%n", "raw insert " + onlyTable, took / 1_000_000,
                    Files.size(to.resolveSibling(to.getFileName() + ".mv.db")) >> 20);
            return took;
        }
    }

    private record Told(List<Journal.Recorded> entries) implements Journal {
        @Override public List<Spot> append(fourfold.core.sync.Act act, Author author) { throw new UnsupportedOperationException(); }
        @Override public void log(List<fourfold.core.audit.Audit> events) { throw new UnsupportedOperationException(); }
        @Override public void read(long from, Reader reader) { entries.forEach(reader::entry); }
        @Override public Entry entry(Spot spot) { throw new UnsupportedOperationException(); }
        @Override public long head() { return entries.getLast().spot().position(); }
        @Override public String headHash() { return ""; }
        @Override public long lastSeq(Replica replica) { return 0; }
        @Override public Stamp lastStamp() { return Stamp.ZERO; }
        @Override public void close() {}
    }

    private List<Journal.Recorded> threats(int count) {
        var act = new UUID(1, 1);
        var all = new ArrayList<Journal.Recorded>();
        for (int i = 0; i < count; i++) {
            var ref = "T-%06d".formatted(i);
            var id = Id.<Threat>named("threat", ref);
            threats.add(id);
            var threat = Threat.FIELDS.blank(id)
                    .with(Threat.REF, ref)
                    .with(Threat.NAME, "Op Word" + i)
                    .with(Threat.KIND, ThreatKind.values()[i % 3])
                    .with(Threat.AGENCY, "Agency " + i % 44)
                    .with(Threat.AREA, "North")
                    .with(Threat.TIER, Tier.values()[i % 5])
                    .with(Threat.PHASE, i % 10 == 0 ? "Closed - merged" : "Active management")
                    .with(Threat.PRIMARY_AREA, ThreatArea.values()[i % 10])
                    .with(Threat.LRO, "LRO 001 (X%05d)".formatted(i % 400))
                    .with(Threat.MARKING, Marking.OFFICIAL_SENSITIVE);
            all.add(entry(act, Threat.FIELDS, threat));
        }
        position++;
        return all;
    }

    private List<Journal.Recorded> events(int count) {
        var act = new UUID(2, 2);
        var all = new ArrayList<Journal.Recorded>();
        for (int i = 0; i < count; i++) {
            var ref = "EMS-D-%06d".formatted(i);
            var day = LocalDate.of(2020, 1, 1).plusDays(i / 400);
            var event = Disruption.FIELDS.blank(Id.named("disruption", ref))
                    .with(Disruption.REF, ref)
                    .with(Disruption.THREAT, threats.get(random.nextInt(threats.size())))
                    .with(Disruption.THREAT_KIND, ThreatKind.OCG)
                    .with(Disruption.TYPE, random.nextInt(4) == 0 ? DisruptionType.SUPPORT : DisruptionType.LEAD)
                    .with(Disruption.LEAD_AGENCY, "Agency " + random.nextInt(44))
                    .with(Disruption.SUPPORTING, new TreeSet<>(List.of("NCA")))
                    .with(Disruption.EVENT_DATE, day)
                    .with(Disruption.RECORD_DATE, day.plusDays(5))
                    .with(Disruption.FOUR_P, P.values()[random.nextInt(4)])
                    .with(Disruption.CATEGORY, Category.values()[random.nextInt(6)])
                    .with(Disruption.LEAD_UNIT, "RPIU")
                    .with(Disruption.SUMMARY, "Serious crime prevention order obtained after a conviction " + i)
                    .with(Disruption.ARRESTS, 1L)
                    .with(Disruption.WARRANTS, 4L)
                    .with(Disruption.ASSETS, new BigDecimal("1000.00"))
                    .with(Disruption.MODERATION, EventModeration.OUTSIDE)
                    .with(Disruption.MARKING, Marking.OFFICIAL_SENSITIVE);
            all.add(entry(act, Disruption.FIELDS, event));
        }
        position++;
        return all;
    }

    private List<Journal.Recorded> changes(List<Journal.Recorded> of, int count) {
        var all = new ArrayList<Journal.Recorded>();
        for (int i = 0; i < count; i++) {
            var first = of.get(random.nextInt(of.size())).entry();
            SortedMap<String, Json> values = new TreeMap<>(Map.of("summary", Json.of("Changed " + i)));
            all.add(recorded(new UUID(3, i), Operation.EDIT, first.kind(), first.record(), values,
                    Versions.NONE.with(first.id())));
            position++;
        }
        return all;
    }

    private <K extends Entity<K>> Journal.Recorded entry(UUID act, Fields<K> fields, K record) {
        return recorded(act, Operation.LOAD, fields.kind(), record.id().value(), fields.encode(record), Versions.NONE);
    }

    private Journal.Recorded recorded(
            UUID act, Operation operation, String kind, UUID record, SortedMap<String, Json> values, Versions seen) {
        var entry = new Entry(new EntryId(HERE, ++seq), seen, new TreeSet<>(), new Stamp(1_700_000_000_000L, 0), AUTHOR,
                operation.name(), kind, record, values, "", Marking.OFFICIAL_SENSITIVE, "0".repeat(32));
        position++;
        return new Journal.Recorded(new Journal.Spot(position, 1, position * 700), act, entry);
    }
}
