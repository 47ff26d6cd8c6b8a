package fourfold.desk;

import fourfold.core.reference.Reference;
import fourfold.journal.Limits;
import fourfold.vault.Means;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;

/// What the desks work with: the disk and the cost of keys, the sizes of the journal, the clock with its time zone, and the
/// reference data that the program carries.
///
/// @param tables gives the reference data, always the same
public record Surroundings(Means means, Limits limits, Clock clock, Supplier<Reference> tables) {

    /// With reference data that is there already.
    public Surroundings(Means means, Limits limits, Clock clock, Reference reference) {
        this(means, limits, clock, () -> reference);
    }

    /// The reference data.
    public Reference reference() {
        return tables.get();
    }

    /// This computer's. A day begins and ends as it does in England and Wales, whatever zone the computer is set to.
    public static Surroundings usual(Supplier<Reference> tables) {
        return new Surroundings(Means.usual(), Limits.USUAL, Clock.system(ZoneId.of("Europe/London")), tables);
    }
}
