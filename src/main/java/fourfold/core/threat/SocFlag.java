package fourfold.core.threat;

import fourfold.core.kernel.Choice;

/// Whether the assessment is of serious and organised crime.
public enum SocFlag implements Choice {
    SOC("SOC"),
    NON_SOC("Non-SOC");

    private final String label;

    SocFlag(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
