package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.Commitments;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A threat's plan as it lies on the table: the plan, its actions, what was done under each P, and what stands in the way
/// of submitting it.
///
/// @param plan null where the threat has no plan yet
/// @param events the threat's events, newest first
public record PlanBoard(
        Kept<Threat> threat, @Nullable Kept<Plan> plan, List<Kept<Action>> actions, List<Kept<Disruption>> events) {

    /// The actions without their versions.
    public List<Action> bareActions() {
        return actions.stream().map(Kept::record).toList();
    }

    /// The actions under a P, open ones first, then by due day.
    public List<Kept<Action>> under(P p) {
        return actions.stream()
                .filter(action -> action.record().is(Action.FOUR_P, p))
                .toList();
    }

    /// How many actions stand under each P.
    public Map<P, Long> actionCounts() {
        var counts = new EnumMap<P, Long>(P.class);
        for (var p : P.values())
            counts.put(p, bareActions().stream().filter(a -> a.is(Action.FOUR_P, p) && a.isLive()).count());
        return counts;
    }

    /// How many events were recorded under each P.
    public Map<P, Long> eventCounts() {
        var counts = new EnumMap<P, Long>(P.class);
        for (var p : P.values())
            counts.put(p, events.stream().filter(e -> e.record().is(Disruption.FOUR_P, p)).count());
        return counts;
    }

    /// The plan itself, blank where there is none yet.
    public Plan planOrBlank() {
        return plan == null ? Plan.FIELDS.blank(Plan.idFor(threat.record().id())) : plan.record();
    }

    /// What is missing before it can be submitted.
    public List<PlanRules.Missing> missing() {
        return PlanRules.missing(planOrBlank(), bareActions());
    }

    /// What a reviewer is told.
    public List<String> warnings() {
        return PlanRules.warnings(threat.record(), planOrBlank(), bareActions());
    }

    /// How the plan stands, in words.
    public String standing() {
        return plan == null ? "No plan yet" : PlanRules.standing(plan.record(), bareActions());
    }

    /// The commitments as they are now.
    public Commitments commitments() {
        return Commitments.of(planOrBlank(), bareActions());
    }
}
