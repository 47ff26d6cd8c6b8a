package fourfold.store;

import static fourfold.store.gen.Tables.ACT;
import static fourfold.store.gen.Tables.ENTRY;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merging;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.RecordState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Writes some consecutive entries into the tables: each record's row once, however many entries change it.
final class Batch {

    private static final String THREAT = "threat";

    private final Connection connection;
    private final DSLContext sql;
    private final RecordTables tables;
    private final SideTables sides;
    private final Map<String, String> statements = new HashMap<>();
    private @Nullable UUID act;
    private long actId;
    private boolean actKnown;

    Batch(Connection connection, DSLContext sql, RecordTables tables) {
        this.connection = connection;
        this.sql = sql;
        this.tables = tables;
        this.sides = new SideTables(connection, sql);
    }

    /// One record on its way into its row.
    private static final class Draft {
        final long id;
        final UUID record;
        final RecordTable.@Nullable Row before;
        /// The one entry that wrote it, as long as there is only one.
        @Nullable Entry alone;
        RecordState state;
        long version;

        Draft(long id, UUID record, RecordTable.@Nullable Row before, Merging merging) {
            this.id = id;
            this.record = record;
            this.before = before;
            state = before == null
                    ? RecordState.of(merging)
                    : StateText.read(before.state(), before.values(), merging);
            version = id;
        }

        void apply(Journal.Recorded recorded) {
            version = recorded.spot().position();
            if (before == null && alone == null && state.known().highest().isEmpty()) {
                alone = recorded.entry();
                return;
            }
            if (alone != null) state = state.apply(alone);
            alone = null;
            state = state.apply(recorded.entry());
        }

        RecordTable.Row row() {
            if (alone != null) {
                var text = StateText.alone(alone);
                if (!text.isEmpty()) return new RecordTable.Row(id, record, version, alone.values(), text, false);
                state = state.apply(alone);
                alone = null;
            }
            return new RecordTable.Row(id, record, version, state.values(), StateText.of(state), false);
        }

        long conflicts() {
            return alone == null ? state.conflicts().size() : 0;
        }
    }

    /// Writes the entries.
    ///
    /// @return the identities of the threats whose lines may have changed
    Set<UUID> write(List<Journal.Recorded> entries) throws SQLException {
        var byKind = new LinkedHashMap<String, List<Journal.Recorded>>();
        for (var recorded : entries)
            byKind.computeIfAbsent(recorded.entry().kind(), kind -> new ArrayList<>()).add(recorded);
        var touched = new HashSet<UUID>();
        var ids = new HashMap<Long, Long>();
        for (var kind : byKind.entrySet()) write(tables.of(kind.getKey()), kind.getValue(), touched, ids);
        index(entries, ids);
        return touched;
    }

    private void write(RecordTable table, List<Journal.Recorded> entries, Set<UUID> touched, Map<Long, Long> ids)
            throws SQLException {
        var drafts = drafts(table, entries, ids);
        var created = new ArrayList<RecordTable.Row>();
        var changed = new ArrayList<SideTables.Changed>();
        try (var insert = connection.prepareStatement(statement(table, "insert"));
                var update = connection.prepareStatement(statement(table, "update"))) {
            for (var draft : drafts) {
                var row = draft.row();
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
            }
            if (!created.isEmpty()) insert.executeBatch();
            if (!changed.isEmpty()) update.executeBatch();
        }
        sides.write(table.kind(), created, changed);
    }

    /// The records in the order of their first entry here, with all their entries applied.
    private Iterable<Draft> drafts(RecordTable table, List<Journal.Recorded> entries, Map<Long, Long> ids) {
        var records = new HashSet<UUID>();
        for (var recorded : entries) records.add(recorded.entry().record());
        var there = table.find(sql, records);
        var drafts = new LinkedHashMap<UUID, Draft>();
        for (var recorded : entries) {
            var record = recorded.entry().record();
            var draft = drafts.get(record);
            if (draft == null) {
                var before = there.get(record);
                long id = before == null ? recorded.spot().position() : before.id();
                draft = new Draft(id, record, before, table.merging());
                drafts.put(record, draft);
            }
            draft.apply(recorded);
            ids.put(recorded.spot().position(), draft.id);
        }
        return drafts.values();
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
                var id = ids.get(recorded.spot().position());
                RecordTable.bind(index, entry(recorded, id == null ? 0 : id));
                index.addBatch();
            }
            if (begun) acts.executeBatch();
            index.executeBatch();
        }
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
