package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.plan.Action;
import fourfold.core.review.Review;
import fourfold.core.sync.Kept;
import java.util.List;
import java.util.Optional;

/// An event opened on the table.
///
/// @param line the event with its threat and its verdict
/// @param linked the events of other records that are the same happening; nothing where it is linked to none
/// @param provenance where it came from
/// @param action the action that it came of
/// @param decisions what second persons decided about it, newest first
/// @param whyNotCorrect one sentence why this person cannot correct it; empty where they can
/// @param whyNotModerate one sentence why this person cannot moderate it now; empty where they can
public record EventFile(
        EventLine line,
        Optional<EventFamily> linked,
        Provenance provenance,
        Optional<Action> action,
        List<Review> decisions,
        String whyNotCorrect,
        String whyNotModerate) {

    public EventFile {
        decisions = List.copyOf(decisions);
    }

    /// The event as it is kept.
    public Kept<Disruption> kept() {
        return line.kept();
    }

    /// The event.
    public Disruption event() {
        return line.event();
    }
}
