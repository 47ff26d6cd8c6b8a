package fourfold.core.disruption;

import fourfold.core.kernel.Choice;

/// What the event did to the threat as a whole.
public enum Effect implements Choice {
    NONE("None"),
    DEGRADED("Degraded"),
    DISMANTLED("Dismantled"),
    TIER_CHANGED("Tier changed"),
    CLOSED("Closed");

    private final String label;

    Effect(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
