package fourfold.store;

import static fourfold.store.gen.Tables.PAST_VALUE;

import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.LinkDecision;
import fourfold.core.figures.CountedFields;
import fourfold.core.kernel.Json;
import fourfold.core.sync.Entry;
import fourfold.core.sync.RecordState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Keeps what counted fields held before an entry changed them. A record that is written once costs nothing.
final class PastValues {

    /// What of one kind of record is counted.
    ///
    /// @param fields the names of the counted fields
    /// @param texts the counted values that a state says, of those fields, as texts
    record Counted(Set<String> fields, Texts texts) {

        /// Those of the entry's fields that are counted: nothing else changes by it.
        Set<String> touchedBy(Entry entry) {
            if (entry.values().keySet().stream().noneMatch(fields::contains)) return Set.of();
            var touched = new HashSet<>(entry.values().keySet());
            touched.retainAll(fields);
            return touched;
        }
    }

    /// Values as texts.
    interface Texts {
        /// By field; a field without a value is left out.
        Map<String, String> of(Set<String> fields, RecordState state);
    }

    /// What a field held until an entry came.
    record Past(long until, String field, long id, @Nullable String value) {}

    private final Connection connection;
    private final DSLContext sql;
    private final Map<String, Counted> byKind = new HashMap<>();

    PastValues(Connection connection, DSLContext sql, RecordTables tables) {
        this.connection = connection;
        this.sql = sql;
        for (var table : tables.known()) if (CountedFields.kinds().contains(table.kind())) byKind.put(table.kind(), columns(table));
        byKind.put(
                EventLink.FIELDS.kind(), new Counted(Set.of(EventLink.DECISION.name()), PastValues::decision));
    }

    /// What is counted of that kind; null where nothing is.
    @Nullable Counted counted(String kind) {
        return byKind.get(kind);
    }

    private static Counted columns(KindTable table) {
        var counted = new HashMap<String, Column>();
        var whether = new HashSet<String>();
        for (var field : CountedFields.of(table.fieldsOfKind())) {
            counted.put(field.name(), table.column(field.name()));
            if (CountedFields.isOnlyWhether(field)) whether.add(field.name());
        }
        return new Counted(Set.copyOf(counted.keySet()), (fields, state) -> {
            var texts = new HashMap<String, String>();
            var values = state.values();
            for (var field : fields) {
                var value = values.get(field);
                var column = counted.get(field);
                if (value == null || column == null || value.isNothing() || column.cell(value) == null) continue;
                texts.put(field, whether.contains(field) ? "true" : value.canonicalText());
            }
            return texts;
        });
    }

    /// Of a link the decision as it works: of one in conflict, what [EventPlaces] makes of it.
    private static Map<String, String> decision(Set<String> fields, RecordState state) {
        return EventPlaces.decision(state.values(), state)
                .map(LinkDecision::name)
                .map(name -> Map.of(EventLink.DECISION.name(), Json.of(name).canonicalText()))
                .orElse(Map.of());
    }

    /// What differs, as it was before.
    static List<Past> between(Map<String, String> before, Map<String, String> after, long until, long id) {
        if (before.equals(after)) return List.of();
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> new Past(until, field, id, before.get(field)))
                .toList();
    }

    void write(String kind, List<Past> past) throws SQLException {
        if (past.isEmpty()) return;
        var insert = RecordTable.insertSql(sql, PAST_VALUE, List.of(PAST_VALUE.fields()));
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (var one : past) {
                RecordTable.bind(
                        statement, new @Nullable Object[] {one.until(), one.field(), one.id(), kind, one.value()});
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
