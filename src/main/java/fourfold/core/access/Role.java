package fourfold.core.access;

import fourfold.core.kernel.Choice;

/// What a person is here to do. A person may hold several.
public enum Role implements Choice {
    LRO("LRO"),
    SUPERVISOR("Supervisor"),
    ANALYST("Analyst"),
    ADMINISTRATOR("Administrator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
