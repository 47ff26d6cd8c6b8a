package fourfold.core.kernel;

/// What happens to a field that was changed in two places at once. Said once, where the field is declared; the journal,
/// the merge and the conflict screens all read it there.
public enum Merge {
    /// Both values are kept until a person settles it; meanwhile each desk shows its own.
    ORDINARY,
    /// Both texts are kept and shown side by side, never interleaved.
    LONG_TEXT,
    /// Members added anywhere stay; an addition wins over a concurrent removal.
    SET,
    /// Only the owning agency settles it; until then the value from before stands.
    GOVERNED,
    /// Until settled the higher risk is shown and acted on.
    HIGHER_RISK
}
