package fourfold.core.plan;

import fourfold.core.kernel.Choice;

/// The life of an action, from proposal to its end.
public enum ActionStatus implements Choice {
    PROPOSED("Proposed"),
    TASKED("Tasked"),
    ACCEPTED("Accepted"),
    DECLINED("Declined"),
    IN_PROGRESS("In progress"),
    BLOCKED("Blocked"),
    DONE("Done"),
    CANCELLED("Cancelled");

    private final String label;

    ActionStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
