package fourfold.core.threat;

import fourfold.core.kernel.Choice;

/// The three kinds of SOC threat (inspection report, "Changes to how SOC threats are managed nationally").
public enum ThreatKind implements Choice {
    OCG("Organised crime group"),
    PRIORITY_INDIVIDUAL("SOC priority individual"),
    VULNERABILITY("SOC vulnerability");

    private final String label;

    ThreatKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
