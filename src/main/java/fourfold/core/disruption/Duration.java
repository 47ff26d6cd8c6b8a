package fourfold.core.disruption;

import fourfold.core.kernel.Choice;

/// How long the effect of an event is expected to last.
public enum Duration implements Choice {
    SHORT("Short"),
    MEDIUM("Medium"),
    LONG("Long");

    private final String label;

    Duration(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
