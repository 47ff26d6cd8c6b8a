package fourfold.store;

import fourfold.core.figures.Column.Links;
import fourfold.core.figures.CountedFields;
import fourfold.core.figures.FactTable;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Json;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads the counted columns of one table into facts.
final class FactRows<K extends Entity<K>> {

    private static final int LOOKED_UP = 100;

    private final DSLContext sql;
    private final Table<?> table;
    private final Field<Long> id;
    private final List<Field<?>> columns = new ArrayList<>();
    private final List<fourfold.core.kernel.Field<?, ?>> counted;
    private final FactTable.Builder<K> facts;
    private final Map<String, Map<UUID, Integer>> links;
    private final Map<String, List<String>> sets = new HashMap<>();

    /// @param links the rows of the tables that this one refers to, by kind and record; a reference is named as the kind
    FactRows(
            DSLContext sql,
            Fields<K> fields,
            Table<?> table,
            FactTable<K> before,
            Map<String, Map<UUID, Integer>> links) {
        this.sql = sql;
        this.table = table;
        this.id = RecordTable.column(table, "id", Long.class);
        this.counted = CountedFields.of(fields);
        this.facts = FactTable.Builder.from(before);
        this.links = links;
        columns.add(id);
        columns.add(RecordTable.column(table, "record_id"));
        for (var field : counted) columns.add(column(field));
    }

    /// Reads all rows.
    FactTable<K> all() {
        var last = new long[] {0};
        int before;
        do {
            before = facts.size();
            last[0] = put(id.gt(last[0]), last[0]);
        } while (facts.size() - before == RecordTable.PAGE);
        return facts.done();
    }

    /// Reads these rows again, or for the first time.
    FactTable<K> some(List<Long> rows) {
        for (int from = 0; from < rows.size(); from += LOOKED_UP) {
            var page = rows.subList(from, Math.min(rows.size(), from + LOOKED_UP));
            put(id.eq(DSL.any(page.toArray(Long[]::new))), 0);
        }
        return facts.done();
    }

    private long put(Condition which, long none) {
        long last = none;
        var query = sql.select(columns).from(table).where(which).orderBy(id).limit(RecordTable.PAGE);
        try (var cells = query.fetchResultSet()) {
            while (cells.next()) last = put(cells);
        } catch (SQLException failure) {
            throw StoreFault.of(failure);
        }
        return last;
    }

    private Field<?> column(fourfold.core.kernel.Field<?, ?> field) {
        var column = RecordTable.column(table, Column.columnName(field.name()));
        return CountedFields.isOnlyWhether(field) ? DSL.field(column.isNotNull()) : column;
    }

    private long put(ResultSet cells) throws SQLException {
        long first = cells.getLong(1);
        int row = facts.row(first, cells.getObject(2, UUID.class));
        for (int i = 0; i < counted.size(); i++) facts.set(row, counted.get(i), cell(counted.get(i), cells, i + 3));
        return first;
    }

    private @Nullable Object cell(fourfold.core.kernel.Field<?, ?> field, ResultSet cells, int place) throws SQLException {
        if (CountedFields.isOnlyWhether(field)) return cells.getBoolean(place) ? true : null;
        return switch (field.type().shape()) {
            case DATE -> {
                var day = cells.getObject(place, LocalDate.class);
                yield day == null ? null : Math.toIntExact(day.toEpochDay());
            }
            case WHOLE -> {
                long count = cells.getLong(place);
                yield cells.wasNull() ? null : count;
            }
            case MONEY -> pence(cells.getBigDecimal(place));
            case FLAG -> {
                boolean flag = cells.getBoolean(place);
                yield cells.wasNull() ? null : flag;
            }
            case REFERENCE -> {
                var record = cells.getObject(place, UUID.class);
                yield record == null ? null : links.getOrDefault(field.name(), Map.of()).getOrDefault(record, Links.NOT_HERE);
            }
            case TEXTS -> {
                var text = cells.getString(place);
                yield text == null ? null : sets.computeIfAbsent(text, FactRows::words);
            }
            default -> cells.getString(place);
        };
    }

    /// The cell for a value as an entry has it.
    ///
    /// @param value its canonical text; null for none
    static @Nullable Object cell(
            fourfold.core.kernel.Field<?, ?> field, @Nullable String value, Map<String, Map<UUID, Integer>> links) {
        if (value == null) return null;
        var json = CanonicalText.read(value);
        if (CountedFields.isOnlyWhether(field)) return true;
        return switch (field.type().shape()) {
            case DATE -> Math.toIntExact(LocalDate.parse(json.text()).toEpochDay());
            case WHOLE -> json.whole();
            case MONEY -> pence(new BigDecimal(json.text()));
            case FLAG -> json.equals(Json.of(true));
            case REFERENCE -> links.getOrDefault(field.name(), Map.of())
                    .getOrDefault(UUID.fromString(json.text()), Links.NOT_HERE);
            case TEXTS -> words(value);
            default -> json.text();
        };
    }

    private static @Nullable Long pence(@Nullable BigDecimal pounds) {
        return pounds == null ? null : pounds.movePointRight(2).longValueExact();
    }

    private static List<String> words(String list) {
        return CanonicalText.read(list) instanceof Json.Items(var items)
                ? items.stream().map(Json::text).toList()
                : List.of();
    }
}
