package fourfold.core.disclosure;

import fourfold.core.kernel.Marking;

/// To whom something goes.
///
/// @param agency the force or regional unit, as the reference list names it
/// @param ceiling the highest marking that it may be sent
public record Recipient(String agency, Marking ceiling) {}
