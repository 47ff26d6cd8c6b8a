package fourfold.core.threat;

import fourfold.core.kernel.Choice;

/// Whether the national assessment of a threat was moderated. Only "Moderated" is a public name.
public enum Moderation implements Choice {
    NOT_MODERATED("Not moderated"),
    MODERATED("Moderated"),
    RETURNED("Returned");

    private final String label;

    Moderation(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
