package fourfold.store;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merging;
import fourfold.core.sync.Entry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The table that keeps the records of one kind: how a record becomes a row and a row a record again.
abstract class RecordTable {

    /// How many rows are asked for at once, so that no result is ever large enough for the database to put it in a file.
    static final int PAGE = 5_000;

    /// From here on it may be quicker to read the whole table.
    private static final int MANY = 1_000;

    /// A record as its row holds it.
    ///
    /// @param id the journal position of its first entry
    /// @param version that of its newest
    /// @param odd whether some of the values have no column that could hold them
    record Row(long id, UUID record, long version, SortedMap<String, Json> values, String state, boolean odd) {}

    private final String kind;
    private final Table<?> table;
    private final List<Field<?>> fields;
    private final Merging merging;

    RecordTable(String kind, Table<?> table, List<Field<?>> fields, Merging merging) {
        this.kind = kind;
        this.table = table;
        this.fields = List.copyOf(fields);
        this.merging = merging;
    }

    /// The column of that name.
    static Field<?> column(Table<?> table, String name) {
        var field = table.field(name);
        if (field == null) throw new IllegalStateException("no column " + table.getName() + "." + name);
        return field;
    }

    @SuppressWarnings("unchecked") // the scripts give these columns the same type in every table
    static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        var field = column(table, name);
        if (field.getType() != type) throw new IllegalStateException("another type: " + table.getName() + "." + name);
        return (Field<T>) field;
    }

    String kind() {
        return kind;
    }

    /// How the fields of that kind merge.
    Merging merging() {
        return merging;
    }

    Table<?> table() {
        return table;
    }

    /// The columns that a row is written and read with, `id` first.
    List<Field<?>> fields() {
        return fields;
    }

    /// Whether its rows are records with all that they hold.
    boolean isWhole() {
        return true;
    }

    /// What of an entry makes a difference to its rows.
    Entry of(Entry entry) {
        return entry;
    }

    /// The cells of a row, in the order of [#fields].
    abstract @Nullable Object[] cells(Row row, long conflicts);

    /// The record that the cells of a row give.
    abstract Row read(ResultSet cells) throws SQLException;

    /// What is true of this kind's rows in its table.
    abstract Condition mine();

    /// The text by which a person names such a record, without regard to case; null where it has none.
    static @Nullable String refKey(SortedMap<String, Json> values, String refName) {
        return values.get(refName) instanceof Json.Text(var text) && !text.isBlank() ? refKey(text) : null;
    }

    static String refKey(String ref) {
        return ref.strip().toUpperCase(Locale.ROOT);
    }

    Field<UUID> recordId() {
        return column(table, "record_id", UUID.class);
    }

    Field<Long> id() {
        return column(table, "id", Long.class);
    }

    String insertSql(DSLContext sql) {
        return insertSql(sql, table, fields);
    }

    static String insertSql(DSLContext sql, Table<?> table, List<Field<?>> fields) {
        var parameters = fields.stream().map(f -> DSL.field("?", f.getDataType())).toList();
        return sql.render(sql.insertInto(table, fields).values(parameters));
    }

    /// Everything but the `id`, which stands last as the condition.
    String updateSql(DSLContext sql) {
        var sets = new LinkedHashMap<Field<?>, Object>();
        for (var field : fields.subList(1, fields.size())) sets.put(field, DSL.field("?", field.getDataType()));
        return sql.render(sql.update(table).set(sets).where(id().eq(DSL.field("?", Long.class))));
    }

    /// The rows of those records that there are.
    Map<UUID, Row> find(DSLContext sql, Collection<UUID> records) {
        return find(sql, records, recordId(), UUID.class);
    }

    /// The rows of these identities, by record.
    Map<UUID, Row> findRows(DSLContext sql, List<Long> ids) {
        return find(sql, ids, id(), Long.class);
    }

    private <T> Map<UUID, Row> find(DSLContext sql, Collection<T> keys, Field<T> key, Class<T> type) {
        var found = new HashMap<UUID, Row>();
        for (var wanted : Wanted.parts(keys, type)) {
            var query = sql.select(fields).from(wanted.table()).join(table).on(key.eq(wanted.id())).where(mine());
            read(query, row -> found.put(row.record(), row));
        }
        return found;
    }

    /// The row identities of those records that there are.
    Map<UUID, Long> ids(DSLContext sql, Collection<UUID> records) {
        var found = new HashMap<UUID, Long>();
        for (var wanted : Wanted.parts(records, UUID.class)) {
            sql.select(recordId(), id())
                    .from(wanted.table())
                    .join(table)
                    .on(recordId().eq(wanted.id()))
                    .where(mine())
                    .forEach(row -> found.put(row.value1(), row.value2()));
        }
        return found;
    }

    /// The same for very many: where they are a good part of the table, reading it from end to end is far quicker than
    /// looking each of them up.
    Map<UUID, Row> findMany(DSLContext sql, Collection<UUID> records) {
        if (records.size() < MANY || isLarge(sql, 4L * records.size())) return find(sql, records);
        var wanted = Set.copyOf(records);
        var found = new HashMap<UUID, Row>();
        each(sql, row -> {
            if (wanted.contains(row.record())) found.put(row.record(), row);
        });
        return found;
    }

    /// Whether there are more rows than that. Counting them would read an index from end to end.
    private boolean isLarge(DSLContext sql, long rows) {
        return sql.select(id()).from(table).where(mine()).limit(1).offset(rows).fetchOne() != null;
    }

    /// Gives every row to the consumer, in the order in which the records came.
    void each(DSLContext sql, Consumer<Row> consumer) {
        eachOf(sql, DSL.noCondition(), consumer);
    }

    /// Gives every row for which that holds to the consumer, in the order in which the records came.
    void eachOf(DSLContext sql, Condition condition, Consumer<Row> consumer) {
        var last = new long[] {0};
        long before;
        do {
            before = last[0];
            select(sql, condition.and(id().gt(before)), row -> {
                last[0] = row.id();
                consumer.accept(row);
            });
        } while (last[0] != before);
    }

    /// Gives at most a page of the rows for which that holds to the consumer, in order.
    void select(DSLContext sql, Condition condition, Consumer<Row> consumer) {
        read(sql.select(fields).from(table).where(mine()).and(condition).orderBy(id()).limit(PAGE), consumer);
    }

    private void read(ResultQuery<?> query, Consumer<Row> consumer) {
        try (var cells = query.fetchResultSet()) {
            while (cells.next()) consumer.accept(read(cells));
        } catch (SQLException failure) {
            throw StoreFault.of(failure);
        }
    }

    /// Sets the cells of one row.
    static void bind(PreparedStatement statement, @Nullable Object[] cells) throws SQLException {
        for (int i = 0; i < cells.length; i++) statement.setObject(i + 1, cells[i]);
    }

    /// Sets the cells of one row for [#updateSql].
    static void bindUpdate(PreparedStatement statement, @Nullable Object[] cells) throws SQLException {
        for (int i = 1; i < cells.length; i++) statement.setObject(i, cells[i]);
        statement.setObject(cells.length, cells[0]);
    }
}
