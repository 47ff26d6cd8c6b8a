package fourfold.store;

import static fourfold.store.gen.Tables.ACTION;
import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.DISRUPTION_AWAITING;
import static fourfold.store.gen.Tables.PLAN;
import static fourfold.store.gen.Tables.PROJECTION;
import static fourfold.store.gen.Tables.THREAT_LINE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.plan.ActionStatus;
import fourfold.core.plan.PlanState;
import fourfold.core.threat.ThreatGap;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/// The worklists: what has to be done today, exact and complete. Each is of the open threats (those whose phase does not
/// contain "closed") of some LROs, or of all.
///
/// Every method takes the LROs' collar numbers in capitals; an empty set means all threats, those without an LRO
/// included.
public final class HomeRepository {

    private static final List<String> OVER = List.of(
            ActionStatus.DONE.name(), ActionStatus.CANCELLED.name(), ActionStatus.DECLINED.name());

    /// A threat whose plan has a P without any action but cancelled and declined ones, and no written reason for it.
    public record EmptyPs(ThreatRow threat, Set<P> empty) {
        public EmptyPs {
            empty = Set.copyOf(empty);
        }
    }

    private final Store store;

    HomeRepository(Store store) {
        this.store = store;
    }

    /// The journal position of the newest entry that the worklists know of.
    public long upTo() {
        return store.read(sql -> {
            var last = sql.select(PROJECTION.LAST_ENTRY).from(PROJECTION).fetchOne(PROJECTION.LAST_ENTRY);
            return last == null ? 0 : last;
        });
    }

    /// Actions whose due day is before that day and that nobody has finished, declined or cancelled; the oldest first.
    public List<ActionRow> overdueActions(Set<String> lros, LocalDate today) {
        return actions(lros, and(isOpen(), ACTION.DUE.lt(today)), ACTION.DUE);
    }

    /// Open actions due from that day to the other, both included.
    public List<ActionRow> dueActions(Set<String> lros, LocalDate from, LocalDate to) {
        return actions(lros, and(isOpen(), ACTION.DUE.between(from, to)), ACTION.DUE);
    }

    /// Declined actions without a reason.
    public List<ActionRow> declinedWithoutReason(Set<String> lros) {
        return actions(
                lros, and(ACTION.STATUS.eq(ActionStatus.DECLINED.name()), Like.blank(ACTION.RESULT)), ACTION.REF);
    }

    /// Finished actions for which no event was recorded, neither naming the action nor on the same threat under the same
    /// P, and nobody said why not.
    public List<ActionRow> finishedWithoutDisruption(Set<String> lros) {
        // of columns that one index holds, so that no event's row is read
        var recorded = selectOne()
                .from(DISRUPTION)
                .where(DISRUPTION.THREAT.eq(ACTION.THREAT))
                .and(DISRUPTION.P.eq(ACTION.P).or(DISRUPTION.ACTION.eq(ACTION.RECORD_ID)));
        return actions(
                lros,
                and(
                        ACTION.STATUS.eq(ActionStatus.DONE.name()),
                        Like.blank(ACTION.NO_DISRUPTION_REASON),
                        notExists(recorded)),
                ACTION.REF);
    }

    private static Condition isOpen() {
        return ACTION.STATUS.isNull().or(ACTION.STATUS.notIn(OVER));
    }

    private List<ActionRow> actions(Set<String> lros, Condition condition, OrderField<?> order) {
        return store.read(sql -> sql.select(
                        ACTION.RECORD_ID,
                        ACTION.REF,
                        ACTION.TITLE,
                        ACTION.P,
                        ACTION.OWNER,
                        ACTION.DUE,
                        ACTION.STATUS,
                        THREAT_LINE.RECORD_ID,
                        THREAT_LINE.REF,
                        THREAT_LINE.NAME,
                        THREAT_LINE.LRO)
                .from(ACTION)
                .join(THREAT_LINE)
                .on(THREAT_LINE.RECORD_ID.eq(ACTION.THREAT))
                .where(open(lros))
                .and(condition)
                .orderBy(order, ACTION.REF, ACTION.ID)
                .fetch(row -> new ActionRow(
                        new Id<>(row.value1()),
                        ThreatRow.text(row.value2()),
                        ThreatRow.text(row.value3()),
                        ThreatRow.choice(P.class, row.value4()),
                        ThreatRow.text(row.value5()),
                        Optional.ofNullable(row.value6()),
                        ThreatRow.choice(ActionStatus.class, row.value7()),
                        new Id<>(row.value8()),
                        ThreatRow.text(row.value9()),
                        ThreatRow.text(row.value10()),
                        ThreatRow.text(row.value11()))));
    }

    /// Plans whose next review is on that day or before it; the oldest first.
    public List<ThreatRow> reviewsDue(Set<String> lros, LocalDate upTo) {
        return threats(lros, THREAT_LINE.NEXT_REVIEW.le(upTo), THREAT_LINE.NEXT_REVIEW);
    }

    /// Plans that were returned to the LRO.
    public List<ThreatRow> returnedPlans(Set<String> lros) {
        return threats(lros, THREAT_LINE.PLAN_STATE.eq(PlanState.RETURNED.name()), THREAT_LINE.REF);
    }

    /// Plans that wait for a supervisor: submitted, or taken into review.
    public List<ThreatRow> plansToReview(Set<String> lros) {
        var states = List.of(PlanState.SUBMITTED.name(), PlanState.IN_REVIEW.name());
        return threats(lros, THREAT_LINE.PLAN_STATE.in(states), THREAT_LINE.REF);
    }

    /// Threats without an LRO.
    public List<ThreatRow> withoutLro(Set<String> lros) {
        return threats(lros, lacks(ThreatGap.LRO), THREAT_LINE.REF);
    }

    /// Threats that are not on the master list, or of which nobody said whether they are, and for which nobody said why.
    public List<ThreatRow> offListWithoutReason(Set<String> lros) {
        return threats(lros, lacks(ThreatGap.MASTER_LIST_REASON), THREAT_LINE.REF);
    }

    /// Threats whose SIO is their LRO, by identity and not by spelling, and for which nobody said why.
    public List<ThreatRow> sioIsLroWithoutReason(Set<String> lros) {
        return threats(lros, lacks(ThreatGap.SIO_IS_LRO_REASON), THREAT_LINE.REF);
    }

    private static Condition lacks(ThreatGap gap) {
        return DSL.bitAnd(THREAT_LINE.GAPS, ThreatLines.bit(gap)).ne(0L);
    }

    /// Threats with no event and no finished action from that day to the other, both included; those that have been
    /// silent longest first. An action finished on a day that nobody wrote down counts for nothing.
    public List<ThreatRow> silent(Set<String> lros, LocalDate from, LocalDate to) {
        var event = selectOne()
                .from(DISRUPTION)
                .where(DISRUPTION.THREAT.eq(THREAT_LINE.RECORD_ID))
                .and(DISRUPTION.EVENT_DATE.between(from, to));
        var finished = selectOne()
                .from(ACTION)
                .where(ACTION.THREAT.eq(THREAT_LINE.RECORD_ID))
                .and(ACTION.STATUS.eq(ActionStatus.DONE.name()))
                .and(ACTION.FINISHED_ON.between(from, to));
        var silent = THREAT_LINE
                .LAST_ACTIVITY
                .isNull()
                .or(THREAT_LINE.LAST_ACTIVITY.lt(from))
                .or(and(THREAT_LINE.LAST_ACTIVITY.gt(to), notExists(event), notExists(finished)));
        return threats(lros, silent, DSL.coalesce(THREAT_LINE.LAST_ACTIVITY, LocalDate.of(1, 1, 1)));
    }

    /// Threats whose plan has an empty P that nobody explained.
    public List<EmptyPs> emptyPs(Set<String> lros) {
        return store.read(sql -> sql.select(THREAT_LINE.fields())
                .select(PLAN.PURSUE_EMPTY, PLAN.PREVENT_EMPTY, PLAN.PROTECT_EMPTY, PLAN.PREPARE_EMPTY)
                .from(THREAT_LINE)
                .join(PLAN)
                .on(PLAN.RECORD_ID.eq(THREAT_LINE.PLAN_RECORD))
                .where(open(lros))
                .and(DSL.or(
                        unexplained(THREAT_LINE.ACTIONS_PURSUE, PLAN.PURSUE_EMPTY),
                        unexplained(THREAT_LINE.ACTIONS_PREVENT, PLAN.PREVENT_EMPTY),
                        unexplained(THREAT_LINE.ACTIONS_PROTECT, PLAN.PROTECT_EMPTY),
                        unexplained(THREAT_LINE.ACTIONS_PREPARE, PLAN.PREPARE_EMPTY)))
                .orderBy(THREAT_LINE.REF, THREAT_LINE.ID)
                .fetch(row -> {
                    var threat = ThreatRepository.row(row.into(THREAT_LINE));
                    var empty = EnumSet.noneOf(P.class);
                    for (var p : P.values()) {
                        var reason = row.get(switch (p) {
                            case PURSUE -> PLAN.PURSUE_EMPTY;
                            case PREVENT -> PLAN.PREVENT_EMPTY;
                            case PROTECT -> PLAN.PROTECT_EMPTY;
                            case PREPARE -> PLAN.PREPARE_EMPTY;
                        });
                        if (threat.actions().of(p) == 0 && ThreatRow.text(reason).isBlank()) empty.add(p);
                    }
                    return new EmptyPs(threat, empty);
                }));
    }

    private static Condition unexplained(Field<Long> actions, Field<String> reason) {
        return actions.eq(0L).and(Like.blank(reason));
    }

    /// Events that await moderation, those against threats that are closed by now among them; the oldest first.
    public List<AwaitingRow> unmoderated(Set<String> lros) {
        return store.read(sql -> sql.select(
                        DISRUPTION_AWAITING.RECORD_ID,
                        DISRUPTION_AWAITING.SUMMARY,
                        DISRUPTION_AWAITING.CATEGORY,
                        DISRUPTION_AWAITING.MODERATION,
                        DISRUPTION_AWAITING.EVENT_DATE,
                        THREAT_LINE.RECORD_ID,
                        THREAT_LINE.REF,
                        THREAT_LINE.NAME)
                .from(DISRUPTION_AWAITING)
                .join(THREAT_LINE)
                .on(THREAT_LINE.RECORD_ID.eq(DISRUPTION_AWAITING.THREAT))
                .where(of(lros))
                .orderBy(DISRUPTION_AWAITING.EVENT_DATE, DISRUPTION_AWAITING.ID)
                .fetch(row -> new AwaitingRow(
                        new Id<>(row.value1()),
                        ThreatRow.text(row.value2()),
                        ThreatRow.choice(Category.class, row.value3()),
                        ThreatRow.choice(EventModeration.class, row.value4()),
                        Optional.ofNullable(row.value5()),
                        new Id<>(row.value6()),
                        ThreatRow.text(row.value7()),
                        ThreatRow.text(row.value8()))));
    }

    /// Threats with values in conflict, in themselves, their plan or its actions.
    public List<ThreatRow> inConflict(Set<String> lros) {
        return threats(lros, THREAT_LINE.CONFLICTS.gt(0L), THREAT_LINE.REF);
    }

    private List<ThreatRow> threats(Set<String> lros, Condition condition, OrderField<?> order) {
        return store.read(sql -> sql.selectFrom(THREAT_LINE)
                .where(open(lros))
                .and(condition)
                .orderBy(order, THREAT_LINE.REF.asc(), THREAT_LINE.ID.asc())
                .fetch(ThreatRepository::row));
    }

    private static Condition open(Set<String> lros) {
        return THREAT_LINE.CLOSED_PHASE.isFalse().and(of(lros));
    }

    private static Condition of(Set<String> lros) {
        return Like.among(THREAT_LINE.LRO_COLLAR, lros);
    }
}
