package fourfold.desk;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.plan.PlanState;
import fourfold.core.threat.Threat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One line of the list of plans.
///
/// @param place the identity of the plan, or of the threat while it has none: what opens its board
/// @param ref the threat's reference
/// @param name the threat's name
/// @param agency the agency that owns the threat
/// @param lro the label as written
/// @param state empty where the threat has no plan yet
/// @param standing how the plan stands, in words
/// @param submittedBy the label of who submitted it last, or empty
/// @param actions live actions under each P
/// @param events events that were led, under each P
public record PlanLine(
        UUID place,
        Id<Threat> threat,
        String ref,
        String name,
        String agency,
        String lro,
        Optional<PlanState> state,
        String standing,
        Optional<LocalDate> nextReview,
        Optional<Instant> submittedAt,
        String submittedBy,
        Map<P, Integer> actions,
        Map<P, Integer> events) {

    /// The Ps without a live action.
    public List<P> emptyPs() {
        return List.of(P.values()).stream().filter(p -> actions.getOrDefault(p, 0) == 0).toList();
    }
}
