package fourfold.store;

import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The table of a kind that this version knows: one column a declared field, and beside it whatever has no column.
final class KindTable extends RecordTable {

    private final Fields<?> declared;
    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final @Nullable String refName;

    /// @param refName the name of the field by which people name such a record; null where it has none
    KindTable(Fields<?> declared, Table<?> table, @Nullable String refName) {
        this(declared, table, refName, declared.all().stream().map(f -> new Column(f, table)).toList());
    }

    private KindTable(Fields<?> declared, Table<?> table, @Nullable String refName, List<Column> columns) {
        super(declared.kind(), table, fields(table, columns, refName != null), declared);
        this.declared = declared;
        this.columns = columns;
        this.refName = refName;
        for (var column : columns) places.put(column.name(), 2 + places.size());
    }

    private static List<Field<?>> fields(Table<?> table, List<Column> columns, boolean ref) {
        var fields = new ArrayList<Field<?>>();
        fields.add(column(table, "id"));
        fields.add(column(table, "record_id"));
        for (var column : columns) fields.add(column.field());
        if (ref) fields.add(column(table, "ref_key"));
        for (var kept : List.of("kept_version", "kept_state", "kept_conflicts", "kept_extra"))
            fields.add(column(table, kept));
        return fields;
    }

    List<Column> columns() {
        return columns;
    }

    /// The declaration of the kind.
    Fields<?> fieldsOfKind() {
        return declared;
    }

    /// The column of that field.
    Column column(String field) {
        return columns.stream().filter(column -> column.name().equals(field)).findFirst().orElseThrow();
    }

    @Override
    @Nullable Object[] cells(Row row, long conflicts) {
        var cells = new @Nullable Object[fields().size()];
        cells[0] = row.id();
        cells[1] = row.record();
        var extra = new TreeMap<String, Json>();
        for (var value : row.values().entrySet()) {
            var place = places.get(value.getKey());
            var cell = place == null ? null : columns.get(place - 2).cell(value.getValue());
            if (place == null || cell == null) extra.put(value.getKey(), value.getValue());
            else cells[place] = cell;
        }
        int next = 2 + columns.size();
        if (refName != null) cells[next++] = refKey(row.values(), refName);
        cells[next++] = row.version();
        cells[next++] = row.state();
        cells[next++] = conflicts;
        cells[next] = extra.isEmpty() ? null : Json.of(extra).canonicalText();
        return cells;
    }

    @Override
    Row read(ResultSet cells) throws SQLException {
        var values = new TreeMap<String, Json>();
        for (int i = 0; i < columns.size(); i++) {
            var value = columns.get(i).read(cells, i + 3);
            if (value != null) values.put(columns.get(i).name(), value);
        }
        int next = 3 + columns.size() + (refName == null ? 0 : 1);
        var extra = cells.getString(next + 3);
        if (extra != null) values.putAll(CanonicalText.read(extra).members().values());
        return new Row(
                cells.getLong(1),
                cells.getObject(2, UUID.class),
                cells.getLong(next),
                values,
                cells.getString(next + 1),
                extra != null);
    }

    /// Gives the identity of every record and its values in those columns to the consumer, in the order in which the records
    /// came.
    void each(DSLContext sql, Set<String> names, BiConsumer<UUID, SortedMap<String, Json>> consumer) {
        var wanted = columns.stream().filter(column -> names.contains(column.name())).toList();
        var cells = new ArrayList<Field<?>>(List.of(id(), recordId()));
        wanted.forEach(column -> cells.add(column.field()));
        long last = 0;
        int got;
        do {
            got = 0;
            var page = sql.select(cells).from(table()).where(mine()).and(id().gt(last)).orderBy(id()).limit(PAGE);
            try (var row = page.fetchResultSet()) {
                while (row.next()) {
                    got++;
                    last = row.getLong(1);
                    consumer.accept(row.getObject(2, UUID.class), values(row, wanted));
                }
            } catch (SQLException failure) {
                throw StoreFault.of(failure);
            }
        } while (got == PAGE);
    }

    private static SortedMap<String, Json> values(ResultSet row, List<Column> wanted) throws SQLException {
        var values = new TreeMap<String, Json>();
        for (int i = 0; i < wanted.size(); i++) {
            var value = wanted.get(i).read(row, i + 3);
            if (value != null) values.put(wanted.get(i).name(), value);
        }
        return values;
    }

    /// The values that the record's own type can read: those that a column holds.
    SortedMap<String, Json> readable(Row row) {
        if (!row.odd()) return row.values();
        var readable = new TreeMap<String, Json>();
        row.values().forEach((name, value) -> {
            var place = places.get(name);
            if (place != null && columns.get(place - 2).cell(value) != null) readable.put(name, value);
        });
        return readable;
    }

    /// That the column of that field holds that value.
    @SuppressWarnings("unchecked") // a column's cells are of the column's type
    Condition holds(String field, Json value) {
        var place = places.get(field);
        var cell = place == null ? null : columns.get(place - 2).cell(value);
        if (place == null || cell == null) throw new IllegalArgumentException("no such column or value: " + field);
        return ((Field<Object>) columns.get(place - 2).field()).eq(cell);
    }

    @Override
    Condition mine() {
        return DSL.noCondition();
    }
}
