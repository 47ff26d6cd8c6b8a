package fourfold.desk;

import fourfold.core.reference.Reference;
import fourfold.journal.Limits;
import fourfold.vault.Means;
import java.time.Clock;
import java.time.ZoneId;

/// What the desks work with: the disk and the cost of keys, the sizes of the journal, the clock with its time zone, and the
/// reference data that the program carries.
public record Surroundings(Means means, Limits limits, Clock clock, Reference reference) {

    /// This computer's. A day begins and ends as it does in England and Wales, whatever zone the computer is set to.
    public static Surroundings usual(Reference reference) {
        return new Surroundings(Means.usual(), Limits.USUAL, Clock.system(ZoneId.of("Europe/London")), reference);
    }
}
