package fourfold.core.disruption;

import fourfold.core.kernel.Choice;

/// What somebody decided about two events of which it was asked whether they are one.
public enum LinkDecision implements Choice {
    FIRST_LEADS("The same event, led by the first"),
    SECOND_LEADS("The same event, led by the second"),
    DIFFERENT("Not the same event"),
    /// The link was undone: the question is open again.
    UNDONE("Undone");

    private final String label;

    LinkDecision(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /// Whether it says that the two are one event.
    public boolean isSame() {
        return this == FIRST_LEADS || this == SECOND_LEADS;
    }
}
