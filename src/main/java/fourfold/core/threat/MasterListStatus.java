package fourfold.core.threat;

import fourfold.core.kernel.Choice;

/// Whether the threat stands on the national SOC master list; anything but ON_LIST needs a reason.
public enum MasterListStatus implements Choice {
    ON_LIST("On list"),
    PENDING_SUBMISSION("Pending submission"),
    REFUSED_TECHNICAL("Refused technical"),
    LOCAL_ONLY("Local only");

    private final String label;

    MasterListStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
