package fourfold.store;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionStatus;
import fourfold.core.threat.Threat;
import java.time.LocalDate;
import java.util.Optional;

/// One action on a worklist, with what a line says of its threat.
///
/// @param owner the label as written
/// @param lro the label of the threat's LRO as written
public record ActionRow(
        Id<Action> id,
        String ref,
        String title,
        Optional<P> p,
        String owner,
        Optional<LocalDate> due,
        Optional<ActionStatus> status,
        Id<Threat> threat,
        String threatRef,
        String threatName,
        String lro) {}
