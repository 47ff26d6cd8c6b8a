package fourfold.store;

import static fourfold.store.gen.Tables.ACT;
import static fourfold.store.gen.Tables.ACTION;
import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.ENTRY;
import static fourfold.store.gen.Tables.PLAN;
import static fourfold.store.gen.Tables.THREAT;
import static fourfold.store.gen.Tables.THREAT_LINE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import fourfold.core.disruption.DisruptionType;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.people.Party;
import fourfold.core.plan.ActionStatus;
import fourfold.core.threat.MasterListStatus;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatGap;
import fourfold.core.threat.ThreatRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Keeps the line of each threat in step with the threat, its plan, its actions and its events. A line is always worked
/// out from the rows as they are, never by adding to what it said, so it is the same however the rows came about.
final class ThreatLines {

    /// Beyond this many threats it is quicker to work out all lines.
    private static final int FEW = 5_000;

    private final Connection connection;
    private final DSLContext sql;

    ThreatLines(Connection connection, DSLContext sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /// What the records around one threat add up to.
    private static final class Sum {
        final Map<P, Long> actions = new EnumMap<>(P.class);
        final Map<P, Long> events = new EnumMap<>(P.class);
        long open;
        long supported;
        long conflicts;
        @Nullable LocalDate last;
        @Nullable UUID plan;
        @Nullable String planState;
        @Nullable LocalDate nextReview;

        void active(@Nullable LocalDate day) {
            if (day != null && (last == null || day.isAfter(last))) last = day;
        }
    }

    /// Works out the lines of these threats anew.
    void refresh(Set<UUID> threats) throws SQLException {
        if (threats.size() > FEW) {
            workOut(null);
            return;
        }
        for (var wanted : Wanted.parts(threats, UUID.class)) workOut(wanted);
    }

    /// @param scope the threats; null for all of them
    private void workOut(@Nullable Wanted<UUID> scope) throws SQLException {
        var sums = new HashMap<UUID, Sum>();
        plans(scope, sums);
        actions(scope, sums);
        events(scope, sums);
        write(threats(scope), sums);
    }

    /// The rows of that table which belong to the threats.
    private static Table<?> of(@Nullable Wanted<UUID> scope, Table<?> table, Field<UUID> threat) {
        return scope == null ? table : scope.table().join(table).on(threat.eq(scope.id()));
    }

    private static Sum sumOf(Map<UUID, Sum> sums, @Nullable UUID threat) {
        return threat == null ? new Sum() : sums.computeIfAbsent(threat, id -> new Sum());
    }

    private void plans(@Nullable Wanted<UUID> scope, Map<UUID, Sum> sums) {
        sql.select(PLAN.THREAT, PLAN.RECORD_ID, PLAN.STATE, PLAN.NEXT_REVIEW, PLAN.KEPT_CONFLICTS)
                .from(of(scope, PLAN, PLAN.THREAT))
                .where(PLAN.THREAT.isNotNull())
                .orderBy(PLAN.ID.desc())
                .forEach(row -> {
                    var sum = sumOf(sums, row.value1());
                    sum.plan = row.value2();
                    sum.planState = row.value3();
                    sum.nextReview = row.value4();
                    sum.conflicts += row.value5();
                });
    }

    private void actions(@Nullable Wanted<UUID> scope, Map<UUID, Sum> sums) {
        sql.select(
                        ACTION.THREAT,
                        ACTION.P,
                        ACTION.STATUS,
                        count(),
                        max(ACTION.FINISHED_ON),
                        sum(ACTION.KEPT_CONFLICTS))
                .from(of(scope, ACTION, ACTION.THREAT))
                .where(ACTION.THREAT.isNotNull())
                .groupBy(ACTION.THREAT, ACTION.P, ACTION.STATUS)
                .forEach(row -> {
                    var sum = sumOf(sums, row.value1());
                    sum.conflicts += row.value6().longValue();
                    boolean done = ActionStatus.DONE.name().equals(row.value3());
                    if (done) sum.active(row.value5());
                    if (!isLive(row.value3())) return;
                    if (!done) sum.open += row.value4();
                    add(sum.actions, row.value2(), row.value4());
                });
    }

    private void events(@Nullable Wanted<UUID> scope, Map<UUID, Sum> sums) {
        sql.select(DISRUPTION.THREAT, DISRUPTION.P, DISRUPTION.TYPE, count(), max(DISRUPTION.EVENT_DATE))
                .from(of(scope, DISRUPTION, DISRUPTION.THREAT))
                .where(DISRUPTION.THREAT.isNotNull())
                .groupBy(DISRUPTION.THREAT, DISRUPTION.P, DISRUPTION.TYPE)
                .forEach(row -> {
                    var sum = sumOf(sums, row.value1());
                    sum.active(row.value5());
                    if (DisruptionType.SUPPORT.name().equals(row.value3())) sum.supported += row.value4();
                    else add(sum.events, row.value2(), row.value4());
                });
    }

    private static boolean isLive(@Nullable String status) {
        return !ActionStatus.CANCELLED.name().equals(status) && !ActionStatus.DECLINED.name().equals(status);
    }

    private static void add(Map<P, Long> counts, @Nullable String p, long count) {
        if (p != null) counts.merge(P.valueOf(p), count, Long::sum);
    }

    private void write(Iterable<? extends Record> threats, Map<UUID, Sum> sums) throws SQLException {
        var fields = List.of(THREAT_LINE.fields());
        var old = sql.render(sql.deleteFrom(THREAT_LINE).where(THREAT_LINE.RECORD_ID.eq(DSL.field("?", UUID.class))));
        try (var delete = connection.prepareStatement(old);
                var insert = connection.prepareStatement(RecordTable.insertSql(sql, THREAT_LINE, fields))) {
            boolean any = false;
            for (var threat : threats) {
                delete.setObject(1, threat.get(THREAT.RECORD_ID));
                delete.addBatch();
                var sum = sums.getOrDefault(threat.get(THREAT.RECORD_ID), new Sum());
                RecordTable.bind(insert, line(threat, sum));
                insert.addBatch();
                any = true;
            }
            if (!any) return;
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    private Iterable<? extends Record> threats(@Nullable Wanted<UUID> scope) {
        return sql.select(
                        THREAT.ID,
                        THREAT.RECORD_ID,
                        THREAT.REF,
                        THREAT.NATIONAL_REF,
                        THREAT.NAME,
                        THREAT.KIND,
                        THREAT.TIER,
                        THREAT.AGENCY,
                        THREAT.AREA,
                        THREAT.PRIMARY_AREA,
                        THREAT.PHASE,
                        THREAT.MASTER_LIST,
                        THREAT.LRO,
                        THREAT.KEPT_CONFLICTS,
                        THREAT.MASTER_LIST_REASON,
                        THREAT.SIO,
                        THREAT.SIO_IS_LRO_REASON,
                        ACT.AGENCY)
                .from(of(scope, THREAT, THREAT.RECORD_ID))
                .join(ENTRY)
                .on(ENTRY.ID.eq(THREAT.ID))
                .join(ACT)
                .on(ACT.ID.eq(ENTRY.ACT))
                .orderBy(THREAT.ID)
                .fetch();
    }

    private static @Nullable Object[] line(Record threat, Sum sum) {
        var phase = threat.get(THREAT.PHASE);
        var lro = threat.get(THREAT.LRO);
        return new @Nullable Object[] {
            threat.get(THREAT.ID),
            threat.get(THREAT.RECORD_ID),
            threat.get(THREAT.REF),
            threat.get(THREAT.NATIONAL_REF),
            threat.get(THREAT.NAME),
            threat.get(THREAT.KIND),
            threat.get(THREAT.TIER),
            threat.get(THREAT.AGENCY),
            threat.get(THREAT.AREA),
            threat.get(THREAT.PRIMARY_AREA),
            phase,
            phase != null && phase.toLowerCase(Locale.ROOT).contains("closed"),
            threat.get(THREAT.MASTER_LIST),
            lro,
            lro == null ? null : Party.userId(lro).orElse(null),
            threat.get(THREAT.KEPT_CONFLICTS) + sum.conflicts,
            sum.plan,
            sum.planState,
            sum.nextReview,
            sum.actions.getOrDefault(P.PURSUE, 0L),
            sum.actions.getOrDefault(P.PREVENT, 0L),
            sum.actions.getOrDefault(P.PROTECT, 0L),
            sum.actions.getOrDefault(P.PREPARE, 0L),
            sum.open,
            sum.events.getOrDefault(P.PURSUE, 0L),
            sum.events.getOrDefault(P.PREVENT, 0L),
            sum.events.getOrDefault(P.PROTECT, 0L),
            sum.events.getOrDefault(P.PREPARE, 0L),
            sum.supported,
            sum.last,
            threat.get(ACT.AGENCY),
            bits(gaps(threat))
        };
    }

    private static Set<ThreatGap> gaps(Record row) {
        return ThreatRules.gaps(Threat.FIELDS
                .blank(new Id<>(row.get(THREAT.RECORD_ID)))
                .with(Threat.PHASE, row.get(THREAT.PHASE))
                .with(Threat.LRO, row.get(THREAT.LRO))
                .with(Threat.SIO, row.get(THREAT.SIO))
                .with(Threat.MASTER_LIST, ThreatRow.choice(MasterListStatus.class, row.get(THREAT.MASTER_LIST)).orElse(null))
                .with(Threat.MASTER_LIST_REASON, row.get(THREAT.MASTER_LIST_REASON))
                .with(Threat.SIO_IS_LRO_REASON, row.get(THREAT.SIO_IS_LRO_REASON)));
    }

    /// A gap's bit in the column that holds all gaps of a line.
    static long bit(ThreatGap gap) {
        return 1L << gap.ordinal();
    }

    private static long bits(Set<ThreatGap> gaps) {
        return gaps.stream().mapToLong(ThreatLines::bit).sum();
    }

    static Set<ThreatGap> gaps(long bits) {
        var gaps = EnumSet.noneOf(ThreatGap.class);
        for (var gap : ThreatGap.values()) if ((bits & bit(gap)) != 0) gaps.add(gap);
        return gaps;
    }
}
