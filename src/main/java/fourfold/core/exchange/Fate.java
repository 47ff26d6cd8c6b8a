package fourfold.core.exchange;

/// What becomes of one change that came in a package, the gravest last.
public enum Fate {
    /// It is here already.
    KNOWN("here already"),
    /// It is part of a record that was not here.
    NEW("new"),
    /// It changes a record that is here, and contradicts nobody.
    CHANGED("changed"),
    /// It is another agency's proposal for one of the owner's fields, to be answered.
    PROPOSED("proposed"),
    /// It contradicts a value that its author had not seen; both stand until a person decides.
    CONFLICT("in conflict"),
    /// Something that its author had seen has not come yet; it is kept and changes nothing until then.
    WAITING("waiting"),
    /// Its author had no right to it; it is left out.
    REFUSED("refused");

    private final String label;

    Fate(String label) {
        this.label = label;
    }

    /// What a person reads.
    public String label() {
        return label;
    }

    /// The graver of the two.
    public Fate or(Fate other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
