package fourfold.core.disruption;

import fourfold.core.kernel.Choice;

/// How much the event hurt the threat. Only Major, Moderate and Minor are printed; the other three never enter a
/// national total.
public enum Category implements Choice {
    MAJOR("Major"),
    MODERATE("Moderate"),
    MINOR("Minor"),
    NO_IMPACT("No impact"),
    NEGATIVE("Negative"),
    UNASSESSED("Unassessed");

    private final String label;

    Category(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
