package fourfold.core.plan;

import fourfold.core.kernel.Choice;

/// Where a plan stands. A plan changed after its approval keeps APPROVED and is shown as "approved, then changed".
public enum PlanState implements Choice {
    DRAFT("Draft"),
    SUBMITTED("Submitted"),
    RETURNED("Returned"),
    APPROVED("Approved"),
    IN_REVIEW("In review"),
    CLOSED("Closed");

    private final String label;

    PlanState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
