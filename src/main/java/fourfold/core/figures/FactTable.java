package fourfold.core.figures;

import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be counted of all records of one kind: a row each, in the order in which they came into this vault, and a
/// column for each of the [CountedFields].
///
/// @param <K> the kind of record
public final class FactTable<K> {

    private final Fields<?> fields;
    private final int size;
    private final long[] ids;
    private final long[] records;
    private final Map<String, Column> columns;

    private FactTable(Fields<?> fields, int size, long[] ids, long[] records, Map<String, Column> columns) {
        this.fields = fields;
        this.size = size;
        this.ids = ids;
        this.records = records;
        this.columns = columns;
    }

    /// The kind of record.
    public String kind() {
        return fields.kind();
    }

    /// The declaration of the kind.
    public Fields<?> fields() {
        return fields;
    }

    /// How many rows there are.
    public int size() {
        return size;
    }

    /// What the store calls the record of that row: the journal position of its first entry.
    public long id(int row) {
        return ids[Objects.checkIndex(row, size)];
    }

    /// The row that the store calls so, if it is here.
    public Optional<Integer> row(long id) {
        int row = Arrays.binarySearch(ids, 0, size, id);
        return row < 0 ? Optional.empty() : Optional.of(row);
    }

    /// The identity of the record of that row.
    public UUID record(int row) {
        int place = 2 * Objects.checkIndex(row, size);
        return new UUID(records[place], records[place + 1]);
    }

    /// The rows by the identity of their records.
    public Map<UUID, Integer> rows() {
        var rows = new HashMap<UUID, Integer>(size * 2);
        for (int row = 0; row < size; row++) rows.put(record(row), row);
        return rows;
    }

    /// The column of days of that field.
    public Column.Days days(Field<K, LocalDate> field) {
        return (Column.Days) column(field);
    }

    /// The column of choices of that field.
    @SuppressWarnings("unchecked") // a field's column is made of the field's own choices
    public <C extends Choice> Column.Picks<C> picks(Field<K, C> field) {
        return (Column.Picks<C>) column(field);
    }

    /// The column of words of that field.
    public Column.Words words(Field<K, String> field) {
        return (Column.Words) column(field);
    }

    /// The column of sets of words of that field.
    public Column.WordSets sets(Field<K, SortedSet<String>> field) {
        return (Column.WordSets) column(field);
    }

    /// The column of rows of another table of that field.
    public <T> Column.Links links(Field<K, Id<T>> field) {
        return (Column.Links) column(field);
    }

    /// The column of amounts of that field.
    public Column.Amounts amounts(Field<K, ?> field) {
        return (Column.Amounts) column(field);
    }

    /// The column that says yes or no for that field, or whether it has a text.
    public Column.Flags flags(Field<K, ?> field) {
        return (Column.Flags) column(field);
    }

    /// The column of that field.
    ///
    /// @throws IllegalArgumentException when the field is not counted
    public Column column(Field<?, ?> field) {
        var column = columns.get(field.name());
        if (column == null) throw new IllegalArgumentException(fields.kind() + "." + field.name() + " is not counted");
        return column;
    }

    /// A table that is being made, from nothing or from an older one.
    public static final class Builder<K> {
        private final Fields<?> fields;
        private int size;
        private long[] ids;
        /// Two numbers each, which take a third of what objects would.
        private long[] records;
        private final Map<String, Column> columns = new HashMap<>();

        private Builder(Fields<?> fields, int size, long[] ids, long[] records) {
            this.fields = fields;
            this.size = size;
            this.ids = ids;
            this.records = records;
        }

        /// A table without rows.
        public static <K extends fourfold.core.kernel.Entity<K>> Builder<K> of(Fields<K> fields) {
            var fresh = new Builder<K>(fields, 0, new long[1024], new long[2048]);
            for (var field : CountedFields.of(fields)) fresh.columns.put(field.name(), CountedFields.column(field));
            return fresh;
        }

        /// A table that begins with the rows of another.
        public static <K> Builder<K> from(FactTable<K> before) {
            var copy = new Builder<K>(before.fields, before.size, before.ids.clone(), before.records.clone());
            before.columns.forEach((name, column) -> copy.columns.put(name, column.copy()));
            return copy;
        }

        /// A table that begins with those rows of another whose records were there at that position of the journal.
        public static <K> Builder<K> from(FactTable<K> before, long position) {
            var copy = from(before);
            int last = Arrays.binarySearch(before.ids, 0, before.size, position);
            copy.size = last < 0 ? -last - 1 : last + 1;
            return copy;
        }

        /// Takes references to rows of another table that are not there for references to records that are not here.
        public void cut(Field<?, ?> field, int rows) {
            var links = (Column.Links) Objects.requireNonNull(columns.get(field.name()));
            for (int row = 0; row < size; row++) if (links.at(row) >= rows) links.set(row, Column.Links.NOT_HERE);
        }

        /// The row for that record: its own, or the next, for which its identity in the store has to be higher than any.
        public int row(long id, UUID record) {
            int known = Arrays.binarySearch(ids, 0, size, id);
            if (known >= 0) return known;
            if (size > 0 && ids[size - 1] > id) throw new IllegalArgumentException("a row came late: " + id);
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size + size / 2);
                records = Arrays.copyOf(records, 2 * ids.length);
            }
            ids[size] = id;
            records[2 * size] = record.getMostSignificantBits();
            records[2 * size + 1] = record.getLeastSignificantBits();
            return size++;
        }

        /// The row of that identity in the store, if it is there.
        public Optional<Integer> find(long id) {
            int row = Arrays.binarySearch(ids, 0, size, id);
            return row < 0 ? Optional.empty() : Optional.of(row);
        }

        /// Puts a value into a cell.
        ///
        /// @param cell days since 1970-01-01 (Integer) for a date, the constant's name for a choice, a text, a list of texts,
        ///     the row (Integer) for a reference, the count or the pence (Long), or a Boolean; null for none
        public void set(int row, Field<?, ?> field, @Nullable Object cell) {
            var column = columns.get(field.name());
            if (column == null) throw new IllegalArgumentException(fields.kind() + "." + field.name() + " is not counted");
            column.set(row, cell);
        }

        /// How many rows there are so far.
        public int size() {
            return size;
        }

        /// The table. Nothing may be put into this any more.
        public FactTable<K> done() {
            return new FactTable<>(fields, size, ids, records, Map.copyOf(columns));
        }
    }
}
