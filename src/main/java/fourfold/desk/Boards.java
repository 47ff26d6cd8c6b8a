package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.store.Store;

/// Lays a threat's plan on the table.
final class Boards {

    private Boards() {}

    static PlanBoard of(Store store, Kept<Threat> threat) {
        var id = threat.record().id();
        return new PlanBoard(
                threat,
                store.records().find(Plan.FIELDS, Plan.idFor(id)).orElse(null),
                store.records().having(Action.FIELDS, Action.THREAT, id),
                store.records().having(Disruption.FIELDS, Disruption.THREAT, id).reversed());
    }
}
