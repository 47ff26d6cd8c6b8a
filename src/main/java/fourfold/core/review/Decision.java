package fourfold.core.review;

import fourfold.core.kernel.Choice;

/// What somebody decided about a plan or an event.
public enum Decision implements Choice {
    SUBMITTED("Submitted"),
    RETURNED("Returned"),
    APPROVED("Approved"),
    AGREED("Agreed"),
    REGRADED("Regraded");

    private final String label;

    Decision(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
