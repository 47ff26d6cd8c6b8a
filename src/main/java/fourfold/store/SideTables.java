package fourfold.store;

import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.DISRUPTION_AWAITING;
import static fourfold.store.gen.Tables.DISRUPTION_SUPPORT;
import static fourfold.store.gen.Tables.THREAT_TAG;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Json;
import fourfold.core.threat.Threat;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The narrow tables beside the records: members of sets, and the events that await moderation.
final class SideTables {

    private static final Set<String> AWAITING =
            Set.of(EventModeration.AWAITING.name(), EventModeration.RETURNED.name());

    /// What a worklist says of an event that awaits moderation, in the order of the columns.
    private static final List<Column> SAID = Stream.of(
                    Disruption.THREAT, Disruption.EVENT_DATE, Disruption.SUMMARY, Disruption.CATEGORY,
                    Disruption.MODERATION)
            .map(field -> new Column(field, DISRUPTION))
            .toList();

    private static final Set<String> SAID_NAMES = SAID.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());

    private final Connection connection;
    private final DSLContext sql;

    SideTables(Connection connection, DSLContext sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /// A record that was there, as it was and as it is.
    record Changed(RecordTable.Row before, RecordTable.Row after) {
        boolean in(String field) {
            return !Objects.equals(before.values().get(field), after.values().get(field));
        }
    }

    /// Writes what stands beside these records. Most changes leave it as it is.
    void write(String kind, List<RecordTable.Row> created, List<Changed> changed) throws SQLException {
        if (kind.equals(Disruption.FIELDS.kind())) {
            members(DISRUPTION_SUPPORT, Disruption.SUPPORTING.name(), created, changed);
            awaiting(created, changedIn(SAID_NAMES, changed));
        } else if (kind.equals(Threat.FIELDS.kind())) {
            members(THREAT_TAG, Threat.TAGS.name(), created, changed);
        }
    }

    private static List<RecordTable.Row> changedIn(Set<String> fields, List<Changed> changed) {
        return changed.stream()
                .filter(one -> fields.stream().anyMatch(one::in))
                .map(Changed::after)
                .toList();
    }

    private void members(
            Table<?> table, String field, List<RecordTable.Row> created, List<Changed> all)
            throws SQLException {
        var changed = changedIn(Set.of(field), all);
        if (created.isEmpty() && changed.isEmpty()) return;
        remove(table, changed);
        try (var insert = connection.prepareStatement(RecordTable.insertSql(sql, table, List.of(table.fields())))) {
            boolean any = false;
            for (var rows : List.of(created, changed)) {
                for (var row : rows) {
                    for (var member : texts(row.values().get(field))) {
                        RecordTable.bind(insert, new @Nullable Object[] {row.id(), member});
                        insert.addBatch();
                        any = true;
                    }
                }
            }
            if (any) insert.executeBatch();
        }
    }

    private void awaiting(List<RecordTable.Row> created, List<RecordTable.Row> changed) throws SQLException {
        if (created.isEmpty() && changed.isEmpty()) return;
        remove(DISRUPTION_AWAITING, changed);
        var statement = RecordTable.insertSql(sql, DISRUPTION_AWAITING, List.of(DISRUPTION_AWAITING.fields()));
        try (var insert = connection.prepareStatement(statement)) {
            boolean any = false;
            for (var rows : List.of(created, changed)) {
                for (var row : rows) {
                    boolean waits = row.values().get(Disruption.MODERATION.name()) instanceof Json.Text(var text)
                            && AWAITING.contains(text);
                    if (!waits) continue;
                    var cells = new ArrayList<@Nullable Object>(List.of(row.id(), row.record()));
                    for (var column : SAID) {
                        var value = row.values().get(column.name());
                        cells.add(value == null ? null : column.cell(value));
                    }
                    RecordTable.bind(insert, cells.toArray());
                    insert.addBatch();
                    any = true;
                }
            }
            if (any) insert.executeBatch();
        }
    }

    /// One by one: a list of identities would be compared from its beginning for every row.
    private void remove(Table<?> table, List<RecordTable.Row> changed) throws SQLException {
        if (changed.isEmpty()) return;
        var id = RecordTable.column(table, "id", Long.class);
        var statement = sql.render(sql.deleteFrom(table).where(id.eq(DSL.field("?", Long.class))));
        try (var delete = connection.prepareStatement(statement)) {
            for (var row : changed) {
                delete.setLong(1, row.id());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static Set<String> texts(@Nullable Json list) {
        var texts = new TreeSet<String>();
        if (list instanceof Json.Items(var items))
            for (var item : items) if (item instanceof Json.Text(var text)) texts.add(text);
        return texts;
    }
}
