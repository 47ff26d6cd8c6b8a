package fourfold.desk;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.plan.PlanState;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.store.PCounts;
import fourfold.store.Store;
import fourfold.store.ThreatFilter;
import fourfold.store.ThreatRepository;
import fourfold.store.ThreatRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes the lines of the lists of plans.
final class PlanLines {

    private PlanLines() {}

    /// Every plan, and every open threat without one.
    static List<PlanLine> all(Store store) {
        var plans = plans(store);
        var actions = new HashMap<Id<Threat>, List<Action>>();
        for (var kept : store.records().all(Action.FIELDS))
            kept.record().find(Action.THREAT).ifPresent(threat ->
                    actions.computeIfAbsent(threat, id -> new ArrayList<>()).add(kept.record()));
        return rows(store).stream()
                .filter(row -> plans.containsKey(row.id()) || !row.closed())
                .map(row -> line(row, plans.get(row.id()), actions.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /// The plans that wait for a decision, longest waiting first; one without a day of submission was loaded and comes
    /// first.
    static List<PlanLine> waiting(Store store) {
        var plans = plans(store);
        plans.values().removeIf(plan -> !plan.is(Plan.STATE, PlanState.SUBMITTED) && !plan.is(Plan.STATE, PlanState.IN_REVIEW));
        return rows(store).stream()
                .filter(row -> plans.containsKey(row.id()))
                .map(row -> line(row, plans.get(row.id()), List.of()))
                .sorted(Comparator.comparing(line -> line.submittedAt().orElse(Instant.EPOCH)))
                .toList();
    }

    private static Map<Id<Threat>, Plan> plans(Store store) {
        var plans = new HashMap<Id<Threat>, Plan>();
        for (Kept<Plan> kept : store.records().all(Plan.FIELDS))
            kept.record().find(Plan.THREAT).ifPresent(threat -> plans.put(threat, kept.record()));
        return plans;
    }

    private static List<ThreatRow> rows(Store store) {
        return store.threats()
                .list(ThreatFilter.ALL, ThreatRepository.Order.REF, true, Integer.MAX_VALUE, 0)
                .rows();
    }

    private static PlanLine line(ThreatRow row, @Nullable Plan plan, List<Action> actions) {
        return new PlanLine(
                plan == null ? row.id().value() : plan.id().value(),
                row.id(),
                row.ref(),
                row.name(),
                row.agency(),
                row.lro(),
                plan == null ? Optional.empty() : Optional.of(plan.find(Plan.STATE).orElse(PlanState.DRAFT)),
                plan == null ? "No plan yet" : PlanRules.standing(plan, actions),
                plan == null ? Optional.empty() : plan.find(Plan.NEXT_REVIEW),
                plan == null ? Optional.empty() : plan.find(Plan.SUBMITTED_AT),
                plan == null ? "" : plan.get(Plan.SUBMITTED_BY),
                counts(row.actions()),
                counts(row.events()));
    }

    private static Map<P, Integer> counts(PCounts counts) {
        var byP = new EnumMap<P, Integer>(P.class);
        for (var p : P.values()) byP.put(p, Math.toIntExact(counts.of(p)));
        return byP;
    }
}
