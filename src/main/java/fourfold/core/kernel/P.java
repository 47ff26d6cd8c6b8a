package fourfold.core.kernel;

/// The four Ps of the national strategy against serious and organised crime.
public enum P implements Choice {
    PURSUE(
            "Pursue",
            "Pursue offenders through prosecution and disruption.",
            "An arrest, a charge, a conviction, cash or drugs seized, a recall to prison."),
    PREVENT(
            "Prevent",
            "Stop people being drawn into serious and organised crime, and stop offenders returning to it.",
            "A school visit on the dangers, a young person diverted, a release plan with probation."),
    PROTECT(
            "Protect",
            "Protect individuals, organisations, communities and systems.",
            "A member of the public safeguarded, a victim of cuckooing rehoused, a business made harder to use."),
    PREPARE(
            "Prepare",
            "Reduce the impact when it happens, and be able to respond and to support victims and witnesses.",
            "A joint exercise with partners, staff trained, a reception centre for victims made ready.");

    private final String label;
    private final String meaning;
    private final String examples;

    P(String label, String meaning, String examples) {
        this.label = label;
        this.meaning = meaning;
        this.examples = examples;
    }

    @Override
    public String label() {
        return label;
    }

    /// What belongs under it, in one sentence.
    public String meaning() {
        return meaning;
    }

    /// Public examples of it.
    public String examples() {
        return examples;
    }
}
