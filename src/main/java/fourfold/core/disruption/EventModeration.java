package fourfold.core.disruption;

import fourfold.core.kernel.Choice;

/// Whether a second person has agreed with how an event was assessed. What an extract states as assessed counts as
/// moderated outside.
public enum EventModeration implements Choice {
    AWAITING("Awaiting moderation"),
    AGREED("Agreed"),
    REGRADED("Regraded"),
    RETURNED("Returned"),
    OUTSIDE("Moderated outside");

    private final String label;

    EventModeration(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
