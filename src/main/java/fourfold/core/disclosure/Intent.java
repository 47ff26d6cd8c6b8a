package fourfold.core.disclosure;

import fourfold.core.kernel.Marking;

/// A disclosure that somebody has in mind.
///
/// @param agency the agency that sends
/// @param purpose what it is for, in words
/// @param ceiling the highest marking that the package shall have
public record Intent(String agency, Recipient to, String purpose, Marking ceiling, Selection selection) {

    /// The lower of the two ceilings.
    public Marking highest() {
        return ceiling.compareTo(to.ceiling()) <= 0 ? ceiling : to.ceiling();
    }
}
