package fourfold.journal;

/// What something outside the journal knows of it: a frame that must be there, or the journal was cut or exchanged.
///
/// @param position the position it names; 0 when it knows of nothing
/// @param hash the chain value at that position, in hexadecimal; empty where only the position is known
/// @param by who names it, as a sentence has it, such as `the store` or `the snapshot of 3 May 2026`
public record Expected(long position, String hash, String by) {}
