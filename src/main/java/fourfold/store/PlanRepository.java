package fourfold.store;

import static fourfold.store.gen.Tables.PLAN;
import static fourfold.store.gen.Tables.REVIEW;
import static fourfold.store.gen.Tables.THREAT_LINE;

import fourfold.core.kernel.Id;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.review.Review;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;

/// Plans with their actions.
public final class PlanRepository {

    /// A plan as the board shows it.
    ///
    /// @param plan empty where the threat has none yet
    /// @param row the line of its threat, with events per P
    public record PlanSheet(
            Kept<Threat> threat, ThreatRow row, Optional<Kept<Plan>> plan, List<Kept<Action>> actions) {
        public PlanSheet {
            actions = List.copyOf(actions);
        }
    }

    private final Store store;
    private final Related related;

    PlanRepository(Store store, Related related) {
        this.store = store;
        this.related = related;
    }

    /// The plan of a threat with its actions, in the order in which they came.
    public Optional<PlanSheet> sheet(Id<Threat> threat) {
        return store.read(sql -> {
            var kept = related.one(sql, Threat.FIELDS, threat);
            var row = sql.selectFrom(THREAT_LINE)
                    .where(THREAT_LINE.RECORD_ID.eq(threat.value()))
                    .fetchOptional(ThreatRepository::row);
            if (kept.isEmpty() || row.isEmpty()) return Optional.empty();
            return Optional.of(
                    new PlanSheet(kept.get(), row.get(), related.plan(sql, threat), related.actions(sql, threat)));
        });
    }

    /// The threats whose plan is in one of those states, by reference.
    public List<ThreatRow> inState(Set<PlanState> states) {
        return store.read(sql -> sql.selectFrom(THREAT_LINE)
                .where(Like.choices(THREAT_LINE.PLAN_STATE, states))
                .and(THREAT_LINE.PLAN_RECORD.isNotNull())
                .orderBy(THREAT_LINE.REF, THREAT_LINE.ID)
                .fetch(ThreatRepository::row));
    }

    /// The decisions about a plan, in the order in which they came.
    public List<Kept<Review>> decisions(Id<Plan> plan) {
        return store.read(sql -> related.where(
                sql,
                Review.FIELDS,
                REVIEW.SUBJECT.eq(plan.toString()),
                List.of(REVIEW.ID.asc()),
                Integer.MAX_VALUE,
                0));
    }

    /// The plans of those threats that have one.
    public List<Kept<Plan>> of(Set<Id<Threat>> threats) {
        var ids = threats.stream().map(Id::value).toArray(UUID[]::new);
        return store.read(sql -> related.where(
                sql,
                Plan.FIELDS,
                PLAN.THREAT.eq(DSL.any(ids)),
                List.of(PLAN.ID.asc()),
                Integer.MAX_VALUE,
                0));
    }
}
