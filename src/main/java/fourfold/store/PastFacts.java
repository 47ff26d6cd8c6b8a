package fourfold.store;

import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.PAST_VALUE;
import static org.jooq.impl.DSL.row;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventGroups;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.LinkDecision;
import fourfold.core.figures.Column.Links;
import fourfold.core.figures.FactTable;
import fourfold.core.figures.Facts;
import fourfold.core.kernel.Fields;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Turns facts back to an earlier position: of the records that were there then, each field that was changed since gets the
/// value that it held. What has changed since is read, and nothing else.
final class PastFacts {

    private final DSLContext sql;
    private final RecordTables tables;
    private final Facts now;
    private final long position;
    private final Map<String, FactTable.Builder<?>> builders = new HashMap<>();
    private final Map<Long, String> decisions = new HashMap<>();
    private @Nullable Map<String, Map<UUID, Integer>> links;

    PastFacts(DSLContext sql, RecordTables tables, Facts now, long position) {
        this.sql = sql;
        this.tables = tables;
        this.now = now;
        this.position = position;
    }

    Facts read() {
        var threats = begin(now.threats());
        var plans = begin(now.plans());
        var actions = begin(now.actions());
        var events = begin(now.events());
        var meetings = begin(now.meetings());
        turnBack();
        plans.cut(Plan.THREAT, threats.size());
        actions.cut(Action.THREAT, threats.size());
        events.cut(Disruption.THREAT, threats.size());
        events.cut(Disruption.ACTION, actions.size());
        var pastThreats = threats.done();
        var pastEvents = events.done();
        var pastMeetings = meetings.done();
        return new Facts(
                position,
                pastThreats,
                plans.done(),
                actions.done(),
                pastEvents,
                pastMeetings,
                FactRepository.agendas(sql, pastThreats, pastMeetings),
                supports(pastEvents));
    }

    private <K> FactTable.Builder<K> begin(FactTable<K> table) {
        var builder = FactTable.Builder.from(table, position);
        builders.put(table.kind(), builder);
        return builder;
    }

    /// From the newest change to the oldest, so that the value stays that was replaced first.
    private void turnBack() {
        long until = now.position();
        String field = null;
        int got;
        do {
            got = 0;
            var before = field == null
                    ? PAST_VALUE.UNTIL_ENTRY.le(until)
                    : row(PAST_VALUE.UNTIL_ENTRY, PAST_VALUE.FIELD).lt(until, field);
            for (var past : sql.selectFrom(PAST_VALUE)
                    .where(PAST_VALUE.UNTIL_ENTRY.gt(position))
                    .and(before)
                    .orderBy(PAST_VALUE.UNTIL_ENTRY.desc(), PAST_VALUE.FIELD.desc())
                    .limit(RecordTable.PAGE)) {
                got++;
                until = past.getUntilEntry();
                field = past.getField();
                turnBack(past.getKind(), past.getId(), past.getField(), past.getValue());
            }
        } while (got == RecordTable.PAGE);
    }

    private void turnBack(String kind, long id, String name, @Nullable String value) {
        if (id > position) return;
        if (kind.equals(EventLink.FIELDS.kind())) {
            decisions.put(id, Objects.requireNonNullElse(value, ""));
            return;
        }
        var builder = builders.get(kind);
        var field = fields(kind).named(name);
        if (builder == null || field == null) throw new IllegalStateException("a past value of " + kind + "." + name);
        builder.find(id).ifPresent(row -> builder.set(row, field, FactRows.cell(field, value, links(field.name()))));
    }

    private static Fields<?> fields(String kind) {
        return List.<Fields<?>>of(Threat.FIELDS, Plan.FIELDS, Action.FIELDS, Disruption.FIELDS, Meeting.FIELDS).stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /// Only a changed reference needs them.
    private Map<String, Map<UUID, Integer>> links(String field) {
        if (!field.equals(Disruption.THREAT.name()) && !field.equals(Disruption.ACTION.name())) return Map.of();
        var known = links;
        if (known == null) {
            known = Map.of(
                    Disruption.THREAT.name(), now.threats().rows(), Disruption.ACTION.name(), now.actions().rows());
            links = known;
        }
        return known;
    }

    private Map<Integer, Integer> supports(FactTable<Disruption> events) {
        var all = new ArrayList<EventGroups.Link>();
        tables.of(EventLink.FIELDS.kind()).each(sql, row -> {
            if (row.id() <= position) EventPlaces.link(row, decision(row)).ifPresent(all::add);
        });
        var places = EventGroups.of(all);
        var rows = rows(places, events);
        var supports = new HashMap<Integer, Integer>();
        places.forEach((event, place) -> {
            var at = rows.get(event);
            if (at != null && !event.equals(place.lead()))
                supports.put(at, rows.getOrDefault(place.lead(), Links.NOT_HERE));
        });
        return supports;
    }

    private Optional<LinkDecision> decision(RecordTable.Row row) {
        var then = decisions.get(row.id());
        if (then == null) return EventPlaces.decision(row);
        return then.isEmpty() ? Optional.empty() : Optional.of(LinkDecision.valueOf(CanonicalText.read(then).text()));
    }

    private Map<UUID, Integer> rows(Map<UUID, EventGroups.Place> places, FactTable<Disruption> events) {
        var wanted = List.copyOf(places.keySet());
        var rows = new HashMap<UUID, Integer>();
        for (int from = 0; from < wanted.size(); from += 100) {
            var page = wanted.subList(from, Math.min(wanted.size(), from + 100)).toArray(UUID[]::new);
            sql.select(DISRUPTION.RECORD_ID, DISRUPTION.ID)
                    .from(DISRUPTION)
                    .where(DISRUPTION.RECORD_ID.eq(DSL.any(page)))
                    .forEach(row -> events.row(row.value2()).ifPresent(at -> rows.put(row.value1(), at)));
        }
        return rows;
    }
}
