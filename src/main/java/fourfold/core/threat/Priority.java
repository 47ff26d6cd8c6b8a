package fourfold.core.threat;

import fourfold.core.kernel.Choice;

/// Whose control strategy names the threat a priority.
public enum Priority implements Choice {
    FORCE("Force priority"),
    REGION("Regional priority"),
    NATIONAL("National priority");

    private final String label;

    Priority(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
