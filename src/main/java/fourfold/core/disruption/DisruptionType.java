package fourfold.core.disruption;

import fourfold.core.kernel.Choice;

/// Whether the recording agency led the event or helped another agency that led it.
public enum DisruptionType implements Choice {
    LEAD("Lead Disruption"),
    SUPPORT("Support Disruption");

    private final String label;

    DisruptionType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
