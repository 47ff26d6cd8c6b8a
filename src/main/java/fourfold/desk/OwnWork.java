package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// A decision about one's own work is not made by settling a conflict or by taking over a proposal either.
final class OwnWork {

    private final Session session;
    private final Store store;
    private final Writers writers;

    private static final Set<String> OF_PLAN = Set.of(
            Plan.STATE.name(), Plan.APPROVED_BY.name(), Plan.APPROVED_HASH.name(), Plan.LAST_APPROVED.name());
    private static final Set<String> OF_EVENT =
            Set.of(Disruption.MODERATION.name(), Disruption.MODERATED_BY.name(), Disruption.CATEGORY.name());

    OwnWork(Session session, Store store, Journal journal) {
        this.session = session;
        this.store = store;
        this.writers = new Writers(store, journal);
    }

    /// Why this person may not answer for these fields of a record; empty where they may.
    Optional<Problem> bar(Entity<?> record, Collection<String> fields) {
        return switch (record) {
            case Plan plan when fields.stream().anyMatch(OF_PLAN::contains) ->
                plan.find(Plan.THREAT)
                        .flatMap(threat -> store.records().find(Threat.FIELDS, threat))
                        .map(Kept::record)
                        .flatMap(threat -> problem(PlanRules.mayReview(
                                plan, threat, session.user(), writers.ofPlan(plan.id(), threat.id()))));
            case Disruption event when fields.stream().anyMatch(OF_EVENT::contains) ->
                problem(DisruptionRules.mayModerate(event, session.user(), writers.ofEvent(event.id())));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> problem(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var problem) ? Optional.of(problem) : Optional.empty();
    }
}
