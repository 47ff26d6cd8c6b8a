package fourfold.store;

import fourfold.core.figures.CountedFields;
import fourfold.core.kernel.Fields;
import fourfold.core.sync.Entry;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The table of a kind in a store that is made for figures alone: of each record what is counted, and neither its other values
/// nor its state. Rows are written once and never become records again.
final class CountedTable extends RecordTable {

    private static final List<String> KEPT = List.of("kept_version", "kept_state", "kept_conflicts");

    private final List<Column> columns;
    private final @Nullable String refName;
    private final Set<String> wanted = new HashSet<>();

    /// @param refName the name of the field by which others name such a record; null where nothing counted does
    CountedTable(Fields<?> declared, Table<?> table, @Nullable String refName) {
        this(declared, table, refName, CountedFields.of(declared).stream().map(field -> new Column(field, table)).toList());
    }

    private CountedTable(Fields<?> declared, Table<?> table, @Nullable String refName, List<Column> columns) {
        super(declared.kind(), table, fields(table, refName, columns), declared);
        this.columns = columns;
        this.refName = refName;
        for (var column : columns) wanted.add(column.name());
        if (refName != null) wanted.add(refName);
    }

    private static List<Field<?>> fields(Table<?> table, @Nullable String refName, List<Column> columns) {
        var fields = new ArrayList<Field<?>>();
        fields.add(column(table, "id"));
        fields.add(column(table, "record_id"));
        for (var column : columns) fields.add(column.field());
        if (refName != null) fields.add(column(table, "ref_key"));
        for (var kept : KEPT) fields.add(column(table, kept));
        return fields;
    }

    /// Without the values of other fields: fields merge each for itself.
    @Override
    Entry of(Entry entry) {
        var values = new TreeMap<>(entry.values());
        values.keySet().retainAll(wanted);
        return new Entry(
                entry.id(), entry.seen(), entry.beside(), entry.at(), entry.author(), entry.operation(), entry.kind(),
                entry.record(), values, "", entry.marking(), entry.salt());
    }

    @Override
    boolean isWhole() {
        return false;
    }

    @Override
    @Nullable Object[] cells(Row row, long conflicts) {
        var cells = new ArrayList<@Nullable Object>(fields().size());
        cells.add(row.id());
        cells.add(row.record());
        for (var column : columns) {
            var value = row.values().get(column.name());
            cells.add(value == null ? null : column.cell(value));
        }
        if (refName != null) cells.add(refKey(row.values(), refName));
        cells.add(row.version());
        cells.add("");
        cells.add(conflicts);
        return cells.toArray();
    }

    @Override
    Row read(ResultSet cells) {
        throw new UnsupportedOperationException("a " + kind().toLowerCase(Locale.ROOT) + " is not kept whole here");
    }

    @Override
    Condition mine() {
        return DSL.noCondition();
    }
}
