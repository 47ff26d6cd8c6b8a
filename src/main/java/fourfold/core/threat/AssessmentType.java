package fourfold.core.threat;

import fourfold.core.kernel.Choice;

/// The two MoRiLE models; the printed extraction filter keeps Tactical.
public enum AssessmentType implements Choice {
    TACTICAL("Tactical"),
    THEMATIC("Thematic");

    private final String label;

    AssessmentType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
