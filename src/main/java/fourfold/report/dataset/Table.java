package fourfold.report.dataset;

import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Json;
import fourfold.report.dataset.Column.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// One table of the dataset: its columns, its key, and the columns that point at other tables.
///
/// @param key the columns that no two rows share
/// @param foreign the columns that name a row of another table
/// @param <R> the row
record Table<R>(String name, String description, List<Column<R>> columns, List<String> key, List<Foreign> foreign) {

    /// A column that names a row of another table.
    ///
    /// @param key the key of that table
    record Foreign(String column, String table, String key) {}

    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        foreign = List.copyOf(foreign);
    }

    /// The name of its file.
    String file() {
        return name + ".csv";
    }

    /// The names of the columns, as the header has them.
    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /// The schema of a Frictionless tabular data resource.
    Json schema() {
        var members = new TreeMap<String, Json>();
        members.put("fields", Json.of(columns.stream()
                .map(column -> column.descriptor(key.equals(List.of(column.name()))))
                .toList()));
        members.put("missingValues", Json.texts(List.of("")));
        members.put("primaryKey", key.size() == 1 ? Json.of(key.getFirst()) : Json.texts(key));
        if (!foreign.isEmpty()) members.put("foreignKeys", Json.of(foreign.stream().map(Table::pointer).toList()));
        return Json.of(members);
    }

    private static Json pointer(Foreign foreign) {
        return Json.of(Map.of(
                "fields", Json.of(foreign.column()),
                "reference", Json.of(Map.of(
                        "resource", Json.of(foreign.table()),
                        "fields", Json.of(foreign.key())))));
    }

    /// Begins a table.
    static <R> Writing<R> of(String name, String description) {
        return new Writing<>(name, description);
    }

    /// A table while it is being written down.
    static final class Writing<R> {
        private final String name;
        private final String description;
        private final List<Column<R>> columns = new ArrayList<>();
        private final List<String> key = new ArrayList<>();
        private final List<Foreign> foreign = new ArrayList<>();

        private Writing(String name, String description) {
            this.name = name;
            this.description = description;
        }

        /// A column of the key.
        Writing<R> key(String column, Kind kind, String meaning, Function<R, String> cell) {
            key.add(column);
            return add(column, kind, meaning, true, List.of(), cell);
        }

        /// A column that may be empty.
        Writing<R> column(String column, Kind kind, String meaning, Function<R, String> cell) {
            return add(column, kind, meaning, false, List.of(), cell);
        }

        /// A column that is never empty.
        Writing<R> full(String column, Kind kind, String meaning, Function<R, String> cell) {
            return add(column, kind, meaning, true, List.of(), cell);
        }

        /// A column with one of these values in every row.
        Writing<R> oneOf(String column, String meaning, List<String> allowed, Function<R, String> cell) {
            return add(column, Kind.STRING, meaning, true, allowed, cell);
        }

        /// A column with the value of a field, with the type and the allowed values that the field declares. A flag is never
        /// empty.
        <K extends Entity<K>> Writing<R> field(String column, Function<R, K> record, Field<K, ?> field, String meaning) {
            var type = field.type();
            var kind = switch (type.shape()) {
                case DATE -> Kind.DATE;
                case MOMENT -> Kind.DATETIME;
                case WHOLE -> Kind.INTEGER;
                case MONEY -> Kind.NUMBER;
                case FLAG -> Kind.BOOLEAN;
                case TEXT, CHOICE -> Kind.STRING;
                case LONG_TEXT, REFERENCE, TEXTS, CHOICES ->
                        throw new IllegalArgumentException("the field " + field.name() + " is no single word");
            };
            var allowed = Arrays.stream(type.choices()).map(Choice::label).toList();
            boolean flag = kind == Kind.BOOLEAN;
            return add(column, kind, meaning, flag, allowed, row -> {
                var printed = record.apply(row).print(field);
                return flag ? yes(printed.equals("Yes")) : printed;
            });
        }

        /// A column that says no more of a field than whether there is something in it.
        <K extends Entity<K>> Writing<R> has(String column, Function<R, K> record, Field<K, ?> field, String meaning) {
            return add(column, Kind.BOOLEAN, meaning, true, List.of(), row -> yes(!record.apply(row).lacks(field)));
        }

        /// The last column points at a row of that table.
        Writing<R> to(String table, String itsKey) {
            foreign.add(new Foreign(columns.getLast().name(), table, itsKey));
            return this;
        }

        private Writing<R> add(
                String column, Kind kind, String meaning, boolean required, List<String> allowed, Function<R, String> cell) {
            columns.add(new Column<>(column, kind, meaning, required, allowed, cell));
            return this;
        }

        Table<R> complete() {
            return new Table<>(name, description, columns, key, foreign);
        }
    }

    static String yes(boolean value) {
        return value ? "true" : "false";
    }
}
