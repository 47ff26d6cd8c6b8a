package fourfold.store;

import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.THREAT_LINE;
import static fourfold.store.gen.Tables.THREAT_TAG;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.select;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Id;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.sync.Kept;
import fourfold.core.threat.MasterListStatus;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.ThreatKind;
import fourfold.core.threat.Tier;
import fourfold.store.gen.tables.records.ThreatLineRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/// The list of threats, and all that belongs to one.
public final class ThreatRepository {

    /// What the list can be in the order of.
    public enum Order {
        REF(THREAT_LINE.REF),
        NAME(THREAT_LINE.NAME),
        KIND(THREAT_LINE.KIND),
        TIER(THREAT_LINE.TIER),
        AGENCY(THREAT_LINE.AGENCY),
        AREA(THREAT_LINE.AREA),
        LRO(THREAT_LINE.LRO),
        PHASE(THREAT_LINE.PHASE),
        LAST_ACTIVITY(THREAT_LINE.LAST_ACTIVITY),
        NEXT_REVIEW(THREAT_LINE.NEXT_REVIEW);

        private final Field<?> field;

        Order(Field<?> field) {
            this.field = field;
        }
    }

    /// One threat with its line, its plan, its actions and its newest events.
    ///
    /// @param events the newest events, as many as were asked for
    public record ThreatSheet(
            Kept<Threat> threat,
            ThreatRow row,
            Optional<Kept<Plan>> plan,
            List<Kept<Action>> actions,
            List<Kept<Disruption>> events,
            long eventCount) {

        public ThreatSheet {
            actions = List.copyOf(actions);
            events = List.copyOf(events);
        }
    }

    private final Store store;
    private final Related related;

    ThreatRepository(Store store, Related related) {
        this.store = store;
        this.related = related;
    }

    /// The lines that the filter lets through, in that order; lines without a value stand last either way.
    public Page<ThreatRow> list(ThreatFilter filter, Order order, boolean ascending, int limit, int offset) {
        return store.read(sql -> {
            var condition = condition(filter);
            var rows = sql.selectFrom(THREAT_LINE)
                    .where(condition)
                    .orderBy(sort(order, ascending))
                    .limit(limit)
                    .offset(offset)
                    .fetch(ThreatRepository::row);
            boolean atEnd = rows.size() < limit && (offset == 0 || !rows.isEmpty());
            int found = atEnd ? offset + rows.size() : sql.fetchCount(THREAT_LINE, condition);
            return new Page<>(rows, found, sql.fetchCount(THREAT_LINE));
        });
    }

    /// The line of one threat.
    public Optional<ThreatRow> row(Id<Threat> threat) {
        return store.read(sql -> sql.selectFrom(THREAT_LINE)
                .where(THREAT_LINE.RECORD_ID.eq(threat.value()))
                .fetchOptional(ThreatRepository::row));
    }

    /// All of one threat, with that many of its events, newest first.
    public Optional<ThreatSheet> sheet(Id<Threat> threat, int events) {
        return store.read(sql -> {
            var kept = related.one(sql, Threat.FIELDS, threat);
            var row = sql.selectFrom(THREAT_LINE)
                    .where(THREAT_LINE.RECORD_ID.eq(threat.value()))
                    .fetchOptional(ThreatRepository::row);
            if (kept.isEmpty() || row.isEmpty()) return Optional.empty();
            return Optional.of(new ThreatSheet(
                    kept.get(),
                    row.get(),
                    related.plan(sql, threat),
                    related.actions(sql, threat),
                    related.events(sql, threat, events),
                    sql.fetchCount(DISRUPTION, DISRUPTION.THREAT.eq(threat.value()))));
        });
    }

    private static List<SortField<?>> sort(Order order, boolean ascending) {
        var sort = new ArrayList<SortField<?>>();
        sort.add(DSL.field(order.field.isNull()).asc());
        sort.add(ascending ? order.field.asc() : order.field.desc());
        sort.add(THREAT_LINE.REF.asc());
        sort.add(THREAT_LINE.ID.asc());
        return sort;
    }

    static Condition condition(ThreatFilter filter) {
        return and(
                Like.words(
                        filter.text(),
                        THREAT_LINE.REF,
                        THREAT_LINE.NATIONAL_REF,
                        THREAT_LINE.NAME,
                        THREAT_LINE.AREA,
                        THREAT_LINE.PHASE,
                        THREAT_LINE.AGENCY,
                        THREAT_LINE.LRO),
                Like.choices(THREAT_LINE.KIND, filter.kinds()),
                Like.choices(THREAT_LINE.TIER, filter.tiers()),
                Like.among(THREAT_LINE.AGENCY, filter.agencies()),
                Like.among(THREAT_LINE.LRO_COLLAR, filter.lroCollars()),
                Like.among(THREAT_LINE.AREA, filter.areas()),
                Like.choices(THREAT_LINE.PRIMARY_AREA, filter.primaryAreas()),
                Like.choices(THREAT_LINE.MASTER_LIST, filter.masterList()),
                tagged(filter.tags()),
                switch (filter.standing()) {
                    case ALL -> DSL.noCondition();
                    case OPEN -> THREAT_LINE.CLOSED_PHASE.isFalse();
                    case CLOSED -> THREAT_LINE.CLOSED_PHASE.isTrue();
                });
    }

    private static Condition tagged(Set<String> tags) {
        if (tags.isEmpty()) return DSL.noCondition();
        return THREAT_LINE.ID.in(select(THREAT_TAG.ID).from(THREAT_TAG).where(THREAT_TAG.TAG.in(tags)));
    }

    static ThreatRow row(ThreatLineRecord line) {
        return new ThreatRow(
                new Id<>(line.getRecordId()),
                ThreatRow.text(line.getRef()),
                ThreatRow.text(line.getNationalRef()),
                ThreatRow.text(line.getName()),
                ThreatRow.choice(ThreatKind.class, line.getKind()),
                ThreatRow.choice(Tier.class, line.getTier()),
                ThreatRow.text(line.getAgency()),
                ThreatRow.text(line.getArea()),
                ThreatRow.choice(ThreatArea.class, line.getPrimaryArea()),
                ThreatRow.text(line.getPhase()),
                line.getClosedPhase(),
                ThreatRow.choice(MasterListStatus.class, line.getMasterList()),
                ThreatRow.text(line.getLro()),
                ThreatRow.text(line.getLroCollar()),
                ThreatRow.choice(PlanState.class, line.getPlanState()),
                Optional.ofNullable(line.getNextReview()),
                new PCounts(
                        line.getActionsPursue(),
                        line.getActionsPrevent(),
                        line.getActionsProtect(),
                        line.getActionsPrepare()),
                line.getActionsOpen(),
                new PCounts(
                        line.getEventsPursue(),
                        line.getEventsPrevent(),
                        line.getEventsProtect(),
                        line.getEventsPrepare()),
                line.getEventsSupported(),
                Optional.ofNullable(line.getLastActivity()),
                line.getConflicts(),
                line.getOrigin(),
                ThreatLines.gaps(line.getGaps()));
    }
}
