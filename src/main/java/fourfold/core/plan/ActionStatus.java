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

    /// Whether an action with the status of that code stands no longer; one of a newer version's statuses does.
    public static boolean isDropped(String code) {
        return code.equals(CANCELLED.name()) || code.equals(DECLINED.name());
    }

    @Override
    public String label() {
        return label;
    }
}
