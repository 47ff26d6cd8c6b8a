package fourfold.store;

import static fourfold.store.gen.Tables.EVENT_PLACE;

import fourfold.core.disruption.EventGroups;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.LinkDecision;
import fourfold.core.kernel.Json;
import fourfold.core.sync.RecordState;
import fourfold.core.sync.RecordState.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Keeps, of every linked event, the event that counts for it. It is worked out from all links as they stand, so that it is
/// the same in whatever order they came. There are few links: a region links some thousands of events in a year.
///
/// While a decision is in conflict and one of the values that stand says that the two are one event, they are one: an event
/// may be counted late, and never twice.
final class EventPlaces {

    private final Connection connection;
    private final DSLContext sql;
    private final RecordTables tables;

    EventPlaces(Connection connection, DSLContext sql, RecordTables tables) {
        this.connection = connection;
        this.sql = sql;
        this.tables = tables;
    }

    /// Works the places out anew and writes those that differ.
    void refresh() throws SQLException {
        var links = new ArrayList<EventGroups.Link>();
        var table = tables.of(EventLink.FIELDS.kind());
        table.each(sql, row -> link(row).ifPresent(links::add));
        var before = new HashMap<UUID, EventGroups.Place>();
        sql.selectFrom(EVENT_PLACE).forEach(row ->
                before.put(row.getEvent(), new EventGroups.Place(row.getLead(), row.getAgreed())));
        write(before, EventGroups.of(links));
    }

    private static Optional<EventGroups.Link> link(RecordTable.Row row) {
        return link(row, decision(row));
    }

    /// The link that a row makes if that is its decision.
    static Optional<EventGroups.Link> link(RecordTable.Row row, Optional<LinkDecision> decided) {
        var first = uuid(row.values().get(EventLink.FIRST.name()));
        var second = uuid(row.values().get(EventLink.SECOND.name()));
        if (first == null || second == null) return Optional.empty();
        return decided.map(decision -> decision == LinkDecision.FIRST_LEADS
                ? new EventGroups.Link(first, second)
                : new EventGroups.Link(second, first));
    }

    /// The decision of that row that makes its events one; nothing where they are two.
    static Optional<LinkDecision> decision(RecordTable.Row row) {
        return decision(row.values(), StateText.read(row.state(), row.values(), EventLink.FIELDS));
    }

    /// The decision of a link of these values and this state that makes its events one; nothing where they are two.
    static Optional<LinkDecision> decision(SortedMap<String, Json> values, RecordState state) {
        var shown = same(values.get(EventLink.DECISION.name()));
        if (shown.isPresent()) return shown;
        return state
                .heads()
                .getOrDefault(EventLink.DECISION.name(), List.of())
                .stream()
                .map(Head::value)
                .map(EventPlaces::same)
                .flatMap(Optional::stream)
                .sorted()
                .findFirst();
    }

    private static Optional<LinkDecision> same(@Nullable Json value) {
        return Arrays.stream(LinkDecision.values())
                .filter(LinkDecision::isSame)
                .filter(decision -> value instanceof Json.Text(var name) && decision.name().equals(name))
                .findFirst();
    }

    private static @Nullable UUID uuid(@Nullable Json value) {
        if (!(value instanceof Json.Text(var text))) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noIdentity) {
            return null;
        }
    }

    private void write(Map<UUID, EventGroups.Place> before, Map<UUID, EventGroups.Place> after) throws SQLException {
        var gone = sql.render(sql.deleteFrom(EVENT_PLACE).where(EVENT_PLACE.EVENT.eq(DSL.field("?", UUID.class))));
        var there = RecordTable.insertSql(sql, EVENT_PLACE, List.of(EVENT_PLACE.fields()));
        try (var delete = connection.prepareStatement(gone);
                var insert = connection.prepareStatement(there)) {
            for (var old : before.entrySet()) {
                if (old.getValue().equals(after.get(old.getKey()))) continue;
                delete.setObject(1, old.getKey());
                delete.executeUpdate();
            }
            for (var now : after.entrySet()) {
                if (now.getValue().equals(before.get(now.getKey()))) continue;
                RecordTable.bind(insert, new @Nullable Object[] {
                    now.getKey(), now.getValue().lead(), now.getValue().agreed()
                });
                insert.executeUpdate();
            }
        }
    }
}
