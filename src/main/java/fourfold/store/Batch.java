package fourfold.store;

import static fourfold.store.gen.Tables.ACT;
import static fourfold.store.gen.Tables.ENTRY;
import static fourfold.store.gen.Tables.ENTRY_COUNT;
import static fourfold.store.gen.Tables.WAITING_ENTRY;

import fourfold.core.disruption.EventLink;
import fourfold.core.kernel.Json;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.store.Afterwards.Placed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Writes some consecutive entries into the tables: each record's row once, however many entries change it.
final class Batch {

    private static final String THREAT = "threat";

    /// How many records are on their way into their rows at once. More would only cost memory.
    private static final int AT_ONCE = 2_000;

    private final Connection connection;
    private final DSLContext sql;
    private final RecordTables tables;
    private final SideTables sides;
    private final UnsettledTable unsettled;
    private final EventPlaces places;
    private final PastValues past;
    private final Map<String, String> statements = new HashMap<>();
    private @Nullable Afterwards afterwards;
    private final Map<Long, Long> idsToCome = new HashMap<>();
    private @Nullable UUID act;
    private long actId;
    private boolean actKnown;

    Batch(Connection connection, DSLContext sql, RecordTables tables) {
        this.connection = connection;
        this.sql = sql;
        this.tables = tables;
        this.sides = new SideTables(connection, sql);
        this.unsettled = new UnsettledTable(connection, sql);
        this.places = new EventPlaces(connection, sql, tables);
        this.past = new PastValues(connection, sql, tables);
    }

    /// From here on the tables, which are empty, are made from the whole journal: its entries come from the first to the
    /// last, and each row is written with all that will ever happen to it.
    void fromTheFirst(Afterwards known) {
        afterwards = known;
    }

    /// The tables hold the whole journal; what comes now is new.
    void isMade() {
        afterwards = null;
        idsToCome.clear();
    }

    /// Writes the entries.
    ///
    /// @return the identities of the threats whose lines may have changed
    Set<UUID> write(List<Journal.Recorded> entries) throws SQLException {
        var byKind = new LinkedHashMap<String, List<Journal.Recorded>>();
        for (var recorded : entries) {
            var kind = recorded.entry().kind();
            if (tables.keep(kind)) byKind.computeIfAbsent(kind, one -> new ArrayList<>()).add(recorded);
        }
        var touched = new HashSet<UUID>();
        var ids = afterwards == null ? new HashMap<Long, Long>() : idsToCome;
        for (var kind : byKind.entrySet()) write(tables.of(kind.getKey()), kind.getValue(), touched, ids);
        if (byKind.containsKey(EventLink.FIELDS.kind())) places.refresh();
        if (!tables.areWhole()) return Set.of();
        index(entries, ids);
        byKind.forEach((kind, some) -> count(kind, some.size()));
        return touched;
    }

    /// Rows that are there are changed in the order in which they stand, so that however far apart the entries' records
    /// lie, no part of the table is read and written more than once.
    private void write(RecordTable table, List<Journal.Recorded> entries, Set<UUID> touched, Map<Long, Long> ids)
            throws SQLException {
        var byRecord = new LinkedHashMap<UUID, List<Placed>>();
        for (var recorded : entries) {
            if (afterwards != null && !afterwards.isFirst(recorded)) continue;
            byRecord.computeIfAbsent(recorded.entry().record(), record -> new ArrayList<>(1))
                    .add(new Placed(recorded.spot().position(), recorded.entry()));
        }
        var there = afterwards == null ? table.ids(sql, byRecord.keySet()) : Map.<UUID, Long>of();
        var ordered = new ArrayList<>(byRecord.keySet());
        ordered.sort(Comparator.comparing(record -> there.getOrDefault(record, Long.MAX_VALUE)));
        for (int from = 0; from < ordered.size(); from += AT_ONCE) {
            var records = ordered.subList(from, Math.min(ordered.size(), from + AT_ONCE));
            var drafts = drafts(table, records, byRecord, there, ids);
            if (table.isWhole()) write(table, drafts, touched);
            else writeCounted(table, drafts);
        }
    }

    /// What is counted of records that are written once and for all.
    private void writeCounted(RecordTable table, Collection<RecordDraft> drafts) throws SQLException {
        try (var insert = connection.prepareStatement(statement(table, "insert"))) {
            for (var draft : drafts) {
                RecordTable.bind(insert, table.cells(draft.row(false), 0));
                insert.addBatch();
            }
            if (!drafts.isEmpty()) insert.executeBatch();
        }
    }

    private void write(RecordTable table, Collection<RecordDraft> drafts, Set<UUID> touched) throws SQLException {
        var created = new ArrayList<RecordTable.Row>();
        var changed = new ArrayList<SideTables.Changed>();
        var open = new ArrayList<UnsettledTable.Waiting>();
        try (var insert = connection.prepareStatement(statement(table, "insert"));
                var update = connection.prepareStatement(statement(table, "update"))) {
            for (var draft : drafts) {
                var row = draft.row(true);
                if (draft.before == null) {
                    RecordTable.bind(insert, table.cells(row, draft.conflicts()));
                    insert.addBatch();
                    created.add(row);
                } else {
                    RecordTable.bindUpdate(update, table.cells(row, draft.conflicts()));
                    update.addBatch();
                    changed.add(new SideTables.Changed(draft.before, row));
                    touch(table.kind(), draft.before, touched);
                }
                touch(table.kind(), row, touched);
                if (draft.wasUnsettled || draft.isUnsettled())
                    open.add(new UnsettledTable.Waiting(draft.id, draft.record, draft.conflicts(), draft.proposals()));
            }
            if (!created.isEmpty()) insert.executeBatch();
            if (!changed.isEmpty()) update.executeBatch();
        }
        past.write(table.kind(), drafts.stream().flatMap(draft -> draft.past.stream()).toList());
        sides.write(table.kind(), created, changed);
        unsettled.write(table.kind(), open);
    }

    /// These records with all their entries applied whose turn has come.
    private Collection<RecordDraft> drafts(
            RecordTable table,
            List<UUID> records,
            Map<UUID, List<Placed>> entries,
            Map<UUID, Long> there,
            Map<Long, Long> ids) {
        var before = table.findRows(sql, records.stream().map(there::get).filter(Objects::nonNull).toList());
        var waited = waiting(table.kind(), Set.copyOf(records));
        var later = afterwards == null ? Map.<UUID, List<Placed>>of() : afterwards.of(table, records);
        var drafts = new ArrayList<RecordDraft>(records.size());
        for (var record : records) {
            var waiting = new ArrayList<>(waited.getOrDefault(record, List.of()));
            var draft = new RecordDraft(record, before.get(record), table.merging(), past.counted(table.kind()), waiting);
            entries.getOrDefault(record, List.of()).forEach(draft::take);
            later.getOrDefault(record, List.of()).forEach(draft::take);
            if (tables.areWhole()) draft.applied.forEach(position -> ids.put(position, draft.id));
            drafts.add(draft);
        }
        keepWaiting(table.kind(), waited, drafts);
        return drafts.stream().filter(RecordDraft::isThere).toList();
    }

    /// What waits for the entries of these records. Nearly always nothing does at all.
    private Map<UUID, List<Placed>> waiting(String kind, Set<UUID> records) {
        if (!sql.fetchExists(WAITING_ENTRY)) return Map.of();
        var waiting = new HashMap<UUID, List<Placed>>();
        sql.selectFrom(WAITING_ENTRY).where(WAITING_ENTRY.KIND.eq(kind)).orderBy(WAITING_ENTRY.ID).forEach(row -> {
            if (records.contains(row.getRecordId()))
                waiting.computeIfAbsent(row.getRecordId(), record -> new ArrayList<>())
                        .add(new Placed(row.getId(), Entry.of(CanonicalText.read(row.getContent()))));
        });
        return waiting;
    }

    private void keepWaiting(String kind, Map<UUID, List<Placed>> before, Collection<RecordDraft> drafts) {
        for (var draft : drafts) {
            var there = new HashSet<>(before.getOrDefault(draft.record, List.of()));
            for (var waiting : draft.waiting) {
                if (there.remove(waiting)) continue;
                sql.insertInto(WAITING_ENTRY)
                        .set(WAITING_ENTRY.ID, waiting.position())
                        .set(WAITING_ENTRY.RECORD_ID, draft.record)
                        .set(WAITING_ENTRY.KIND, kind)
                        .set(WAITING_ENTRY.CONTENT, waiting.entry().json().canonicalText())
                        .execute();
            }
            for (var come : there) {
                sql.deleteFrom(WAITING_ENTRY).where(WAITING_ENTRY.ID.eq(come.position())).execute();
                sql.update(ENTRY).set(ENTRY.RECORD, draft.id).where(ENTRY.ID.eq(come.position())).execute();
            }
        }
    }

    private static void touch(String kind, RecordTable.Row row, Set<UUID> touched) {
        switch (kind) {
            case THREAT -> touched.add(row.record());
            case "plan", "action", "disruption" -> threat(row.values()).ifPresent(touched::add);
            default -> {}
        }
    }

    private static Optional<UUID> threat(SortedMap<String, Json> values) {
        if (!(values.get(THREAT) instanceof Json.Text(var text))) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noIdentity) {
            return Optional.empty();
        }
    }

    private String statement(RecordTable table, String what) {
        return statements.computeIfAbsent(
                table.table().getName() + " " + what,
                key -> what.equals("insert") ? table.insertSql(sql) : table.updateSql(sql));
    }

    private void index(List<Journal.Recorded> entries, Map<Long, Long> ids) throws SQLException {
        recallAct();
        var insertAct = statements.computeIfAbsent("act", key -> RecordTable.insertSql(sql, ACT, List.of(ACT.fields())));
        var insertEntry =
                statements.computeIfAbsent("entry", key -> RecordTable.insertSql(sql, ENTRY, List.of(ENTRY.fields())));
        try (var acts = connection.prepareStatement(insertAct);
                var index = connection.prepareStatement(insertEntry)) {
            boolean begun = false;
            for (var recorded : entries) {
                if (!recorded.act().equals(act)) {
                    begin(recorded, acts);
                    begun = true;
                }
                var id = ids.remove(recorded.spot().position());
                RecordTable.bind(index, entry(recorded, id == null ? 0 : id));
                index.addBatch();
            }
            if (begun) acts.executeBatch();
            index.executeBatch();
        }
    }

    private void count(String kind, int more) {
        int known = sql.update(ENTRY_COUNT)
                .set(ENTRY_COUNT.ENTRIES, ENTRY_COUNT.ENTRIES.plus(more))
                .where(ENTRY_COUNT.KIND.eq(kind))
                .execute();
        if (known == 0)
            sql.insertInto(ENTRY_COUNT)
                    .set(ENTRY_COUNT.KIND, kind)
                    .set(ENTRY_COUNT.ENTRIES, (long) more)
                    .execute();
    }

    /// To be called when what was written is taken back: the act that was begun last may be gone from its table.
    void forget() {
        act = null;
        actKnown = false;
    }

    /// The entries of an act stand together, so only the newest act can have more to come.
    private void recallAct() {
        if (actKnown) return;
        var newest = sql.select(ACT.ID, ACT.ACT_ID).from(ACT).orderBy(ACT.ID.desc()).limit(1).fetchOne();
        if (newest != null) {
            actId = newest.value1();
            act = newest.value2();
        }
        actKnown = true;
    }

    private void begin(Journal.Recorded recorded, PreparedStatement acts) throws SQLException {
        act = recorded.act();
        actId = recorded.spot().position();
        var author = recorded.entry().author();
        var replica = recorded.entry().id().replica().value();
        RecordTable.bind(
                acts, new @Nullable Object[] {actId, act, author.user(), author.agency(), author.role(), replica});
        acts.addBatch();
    }

    private @Nullable Object[] entry(Journal.Recorded recorded, long record) {
        var entry = recorded.entry();
        var spot = recorded.spot();
        boolean first = spot.position() == record;
        return new @Nullable Object[] {
            spot.position(),
            actId,
            record,
            entry.kind(),
            entry.operation(),
            entry.id().seq(),
            entry.at().millis(),
            (long) spot.segment(),
            spot.offset(),
            first ? null : String.join(" ", entry.values().keySet())
        };
    }
}
