package fourfold.core.kernel;

/// The protective marking of a record, after the Government Security Classifications Policy. There is no value above
/// OFFICIAL-SENSITIVE on purpose: anything higher belongs on another system and cannot be entered here.
public enum Marking implements Choice {
    OFFICIAL("OFFICIAL"),
    OFFICIAL_SENSITIVE("OFFICIAL-SENSITIVE");

    private final String label;

    Marking(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /// The higher of the two.
    public Marking atLeast(Marking other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
