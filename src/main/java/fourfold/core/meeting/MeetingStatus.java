package fourfold.core.meeting;

import fourfold.core.kernel.Choice;

/// Whether a governance meeting took place.
public enum MeetingStatus implements Choice {
    HELD("Held"),
    CANCELLED("Cancelled"),
    INQUORATE("Inquorate"),
    POSTPONED("Postponed");

    private final String label;

    MeetingStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
