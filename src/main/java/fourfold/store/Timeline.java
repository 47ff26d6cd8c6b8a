package fourfold.store;

import static fourfold.store.gen.Tables.ACT;
import static fourfold.store.gen.Tables.ACTION;
import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.ENTRY;
import static fourfold.store.gen.Tables.ENTRY_COUNT;
import static fourfold.store.gen.Tables.PLAN;
import static fourfold.store.gen.Tables.THREAT;

import fourfold.core.kernel.Id;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Replica;
import fourfold.core.threat.Threat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The index of the journal by record: who changed which record when, which fields, and where the entry stands, so that
/// it can be read there again.
public final class Timeline {

    /// How many records are looked up at once, and from how many on all are read: the database compares each row that it
    /// finds with the whole list of them.
    private static final int LOOKED_UP = 100;

    private static final int MANY = 1_000;

    private final Store store;
    private final RecordTables tables;

    Timeline(Store store, RecordTables tables) {
        this.store = store;
        this.tables = tables;
    }

    /// One entry of a record.
    ///
    /// @param entry its identity
    /// @param act the act that it is part of
    /// @param record the record that it changed
    /// @param at the wall time of whoever wrote it
    /// @param user the collar number of whoever wrote it
    /// @param created whether it was the record's first, which wrote whatever the record then held
    /// @param fields the names of the fields that a later one wrote
    public record Line(
            Journal.Spot spot,
            EntryId entry,
            UUID act,
            String kind,
            UUID record,
            Instant at,
            String user,
            String agency,
            String role,
            String operation,
            boolean created,
            Set<String> fields) {}

    /// The entries of these records, oldest first.
    ///
    /// @param records identities by the name of their kind
    public List<Line> of(Map<String, ? extends Collection<UUID>> records) {
        var lines = new ArrayList<Line>();
        records.forEach((kind, ids) -> lines.addAll(of(kind, ids)));
        lines.sort(Comparator.comparingLong(line -> line.spot().position()));
        return lines;
    }

    /// How many entries there are of records of these kinds.
    public long count(Collection<String> kinds) {
        return store.read(sql -> sql.selectFrom(ENTRY_COUNT).where(ENTRY_COUNT.KIND.in(kinds)).stream()
                .mapToLong(row -> row.getEntries())
                .sum());
    }

    private List<Line> of(String kind, Collection<UUID> ids) {
        var table = tables.of(kind);
        return store.read(sql -> {
            var wanted = new HashMap<Long, UUID>();
            gather(sql, table.table(), table.mine().and(table.recordId().eq(DSL.any(ids.toArray(UUID[]::new)))), wanted);
            return lines(sql, wanted, Integer.MAX_VALUE, 0);
        });
    }

    /// The entries about a threat, its plan, its actions and its events, newest first.
    public List<Line> ofThreat(Id<Threat> threat, int limit, int offset) {
        var id = threat.value();
        return store.read(sql -> {
            var wanted = new HashMap<Long, UUID>();
            gather(sql, THREAT, THREAT.RECORD_ID.eq(id), wanted);
            gather(sql, PLAN, PLAN.THREAT.eq(id), wanted);
            gather(sql, ACTION, ACTION.THREAT.eq(id), wanted);
            gather(sql, DISRUPTION, DISRUPTION.THREAT.eq(id), wanted);
            return lines(sql, wanted, limit, offset);
        });
    }

    /// The agencies that have written about a threat, its plan or its actions, in the order in which they first did.
    public List<String> agenciesOfThreat(Id<Threat> threat) {
        var id = threat.value();
        return store.read(sql -> {
            var wanted = new HashMap<Long, UUID>();
            gather(sql, THREAT, THREAT.RECORD_ID.eq(id), wanted);
            gather(sql, PLAN, PLAN.THREAT.eq(id), wanted);
            gather(sql, ACTION, ACTION.THREAT.eq(id), wanted);
            return agencies(sql, wanted.keySet());
        });
    }

    /// The agency in whose vault that replica writes, where anything of it is here.
    public Optional<String> agencyOf(Replica replica) {
        return store.read(sql -> sql.select(ACT.AGENCY)
                .from(ACT)
                .where(ACT.REPLICA.eq(replica.value()))
                .limit(1)
                .fetchOptional(ACT.AGENCY));
    }

    /// The agencies that have written a record, in the order in which they first did.
    public List<String> agencies(String kind, UUID record) {
        var table = tables.of(kind);
        return store.read(sql -> {
            var wanted = new HashMap<Long, UUID>();
            gather(sql, table.table(), table.mine().and(table.recordId().eq(record)), wanted);
            return agencies(sql, wanted.keySet());
        });
    }

    private static List<String> agencies(DSLContext sql, Set<Long> records) {
        return sql.select(ACT.AGENCY)
                .from(ENTRY)
                .join(ACT)
                .on(ENTRY.ACT.eq(ACT.ID))
                .where(ENTRY.RECORD.eq(DSL.any(records.toArray(Long[]::new))))
                .groupBy(ACT.AGENCY)
                .orderBy(DSL.min(ENTRY.ID))
                .fetch(ACT.AGENCY);
    }

    /// Where those of these entries stand that are here, whatever records they are of. Every entry is looked through, so this
    /// is for what should not be here at all.
    public Map<EntryId, Journal.Spot> placed(Collection<EntryId> entries) {
        var placed = new HashMap<EntryId, Journal.Spot>();
        var wanted = new HashMap<String, Set<Long>>();
        for (var one : entries) wanted.computeIfAbsent(one.replica().value(), r -> new HashSet<>()).add(one.seq());
        wanted.forEach((replica, numbers) -> store.read(sql -> sql.select(ENTRY.ID, ENTRY.SEGMENT, ENTRY.FRAME_OFFSET, ENTRY.SEQ)
                .from(ENTRY)
                .join(ACT)
                .on(ENTRY.ACT.eq(ACT.ID))
                .where(ACT.REPLICA.eq(replica))
                .and(ENTRY.SEQ.between(Collections.min(numbers), Collections.max(numbers)))
                .fetch())
                .stream()
                .filter(row -> numbers.contains(row.value4()))
                .forEach(row -> placed.put(
                        new EntryId(new Replica(replica), row.value4()),
                        new Journal.Spot(row.value1(), row.value2().intValue(), row.value3()))));
        return placed;
    }

    /// The newest entries of records of these kinds that are not known, newest first.
    ///
    /// @param known which entries are passed over
    public List<Line> newest(Collection<String> kinds, Predicate<EntryId> known, int most) {
        return store.read(sql -> {
            var found = new ArrayList<Long>();
            long before = Long.MAX_VALUE;
            int got;
            do {
                got = 0;
                for (var row : sql.select(ENTRY.ID, ENTRY.SEQ, ACT.REPLICA)
                        .from(ENTRY)
                        .join(ACT)
                        .on(ENTRY.ACT.eq(ACT.ID))
                        .where(ENTRY.KIND.in(kinds))
                        .and(ENTRY.ID.lt(before))
                        .orderBy(ENTRY.ID.desc())
                        .limit(RecordTable.PAGE)
                        .fetch()) {
                    got++;
                    before = row.value1();
                    boolean isKnown = known.test(new EntryId(new Replica(row.value3()), row.value2()));
                    if (!isKnown && found.size() < most) found.add(row.value1());
                }
            } while (got == RecordTable.PAGE && found.size() < most);
            var condition = ENTRY.ID.eq(DSL.any(found.toArray(Long[]::new)));
            var rows = sql.selectDistinct(ENTRY.KIND, ENTRY.RECORD).from(ENTRY).where(condition).fetch();
            var records = new HashMap<Long, UUID>();
            for (var kind : kinds) {
                var table = tables.of(kind);
                var ids = rows.stream().filter(row -> row.value1().equals(kind)).map(row -> row.value2()).toArray(Long[]::new);
                if (ids.length > 0) gather(sql, table.table(), table.mine().and(table.id().eq(DSL.any(ids))), records);
            }
            return lines(sql, condition, records, most, 0);
        });
    }

    /// The records of these kinds that were written again beyond that journal position, by the name of their kind.
    public Map<String, Set<UUID>> changedAfter(long position, Collection<String> kinds) {
        return store.read(sql -> {
            var changed = new HashMap<String, Set<UUID>>();
            for (var kind : kinds) {
                var table = tables.of(kind);
                var ids = sql.selectDistinct(table.recordId())
                        .from(ENTRY)
                        .join(table.table())
                        .on(table.id().eq(ENTRY.RECORD))
                        .where(ENTRY.ID.gt(position))
                        .and(ENTRY.KIND.eq(kind))
                        .and(ENTRY.CHANGED.isNotNull())
                        .and(table.mine())
                        .fetchSet(table.recordId());
                if (!ids.isEmpty()) changed.put(kind, ids);
            }
            return changed;
        });
    }

    /// The agencies that wrote the first entries of these records. For very many all of that kind are read.
    public Map<UUID, String> origins(String kind, Collection<UUID> records) {
        var table = tables.of(kind);
        var id = RecordTable.column(table.table(), "id", Long.class);
        return store.read(sql -> {
            var origins = new HashMap<UUID, String>();
            var all = List.copyOf(records);
            boolean few = all.size() <= MANY;
            for (int from = 0; from < all.size(); from += few ? LOOKED_UP : all.size()) {
                var page = all.subList(from, Math.min(all.size(), from + LOOKED_UP));
                sql.select(table.recordId(), ACT.AGENCY)
                        .from(table.table())
                        .join(ENTRY)
                        .on(ENTRY.ID.eq(id))
                        .join(ACT)
                        .on(ACT.ID.eq(ENTRY.ACT))
                        .where(table.mine())
                        .and(few ? table.recordId().eq(DSL.any(page.toArray(UUID[]::new))) : DSL.noCondition())
                        .forEach(row -> origins.put(row.value1(), row.value2()));
            }
            return origins;
        });
    }

    /// The first entry of a record.
    public record First(EntryId entry, String agency, String operation) {}

    /// The first entries of all records of that kind.
    public Map<UUID, First> firsts(String kind) {
        var table = tables.of(kind);
        var id = RecordTable.column(table.table(), "id", Long.class);
        return store.read(sql -> {
            var firsts = new HashMap<UUID, First>();
            sql.select(table.recordId(), ENTRY.SEQ, ENTRY.OPERATION, ACT.REPLICA, ACT.AGENCY)
                    .from(table.table())
                    .join(ENTRY)
                    .on(ENTRY.ID.eq(id))
                    .join(ACT)
                    .on(ACT.ID.eq(ENTRY.ACT))
                    .where(table.mine())
                    .forEach(row -> firsts.put(row.value1(), new First(
                            new EntryId(new Replica(row.value4()), row.value2()), row.value5(), row.value3())));
            return firsts;
        });
    }

    /// Where the newest entry of every record of that kind stands, and the wall time of whoever wrote it.
    public record Newest(long position, Instant at) {}

    /// The newest entries of all records of that kind.
    public Map<UUID, Newest> newest(String kind) {
        var table = tables.of(kind);
        var id = RecordTable.column(table.table(), "id", Long.class);
        var version = RecordTable.column(table.table(), "kept_version", Long.class);
        return store.read(sql -> {
            var all = new HashMap<UUID, Newest>();
            long last = 0;
            int got;
            do {
                got = 0;
                for (var row : sql.select(id, table.recordId(), version, ENTRY.STAMP)
                        .from(table.table())
                        .join(ENTRY)
                        .on(ENTRY.ID.eq(version))
                        .where(table.mine())
                        .and(id.gt(last))
                        .orderBy(id)
                        .limit(RecordTable.PAGE)
                        .fetch()) {
                    got++;
                    last = row.value1();
                    all.put(row.value2(), new Newest(row.value3(), Instant.ofEpochMilli(row.value4())));
                }
            } while (got == RecordTable.PAGE);
            return all;
        });
    }

    /// How many entries there are beyond that journal position.
    public long countAfter(long position) {
        return store.read(sql -> (long) sql.fetchCount(ENTRY, ENTRY.ID.gt(position)));
    }

    private static void gather(DSLContext sql, Table<?> table, Condition condition, Map<Long, UUID> wanted) {
        var id = RecordTable.column(table, "id", Long.class);
        var record = RecordTable.column(table, "record_id", UUID.class);
        sql.select(id, record).from(table).where(condition).forEach(row -> wanted.put(row.value1(), row.value2()));
    }

    private static List<Line> lines(DSLContext sql, Map<Long, UUID> records, int limit, int offset) {
        return lines(sql, ENTRY.RECORD.eq(DSL.any(records.keySet().toArray(Long[]::new))), records, limit, offset);
    }

    private static List<Line> lines(
            DSLContext sql, Condition condition, Map<Long, UUID> records, int limit, int offset) {
        return sql.select(ENTRY.fields())
                .select(ACT.ACT_ID, ACT.ACTOR, ACT.AGENCY, ACT.ROLE, ACT.REPLICA)
                .from(ENTRY)
                .join(ACT)
                .on(ENTRY.ACT.eq(ACT.ID))
                .where(condition)
                .orderBy(ENTRY.ID.desc())
                .limit(limit)
                .offset(offset)
                .fetch(row -> new Line(
                        new Journal.Spot(
                                row.get(ENTRY.ID), row.get(ENTRY.SEGMENT).intValue(), row.get(ENTRY.FRAME_OFFSET)),
                        new EntryId(new Replica(row.get(ACT.REPLICA)), row.get(ENTRY.SEQ)),
                        row.get(ACT.ACT_ID),
                        row.get(ENTRY.KIND),
                        records.getOrDefault(row.get(ENTRY.RECORD), new UUID(0, 0)),
                        Instant.ofEpochMilli(row.get(ENTRY.STAMP)),
                        row.get(ACT.ACTOR),
                        row.get(ACT.AGENCY),
                        row.get(ACT.ROLE),
                        row.get(ENTRY.OPERATION),
                        row.get(ENTRY.CHANGED) == null,
                        fields(row.get(ENTRY.CHANGED))));
    }

    private static Set<String> fields(@Nullable String changed) {
        return changed == null || changed.isEmpty() ? Set.of() : Set.of(changed.split(" "));
    }
}
