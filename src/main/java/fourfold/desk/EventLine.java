package fourfold.desk;

import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.Disruption;
import fourfold.core.sync.Kept;

/// One line of a list of events.
///
/// @param threatRef empty where the threat is not known here
/// @param threatLro the label of the threat's LRO as written
/// @param from the agency that wrote it first
/// @param verdict whether it counts nationally as it stands, and why
public record EventLine(
        Kept<Disruption> kept, String threatRef, String threatName, String threatLro, String from, CountingVerdict verdict) {

    /// The event.
    public Disruption event() {
        return kept.record();
    }

    /// As in "DER-0014 Op Saffron"; empty where the threat is not known here.
    public String threatWords() {
        return (threatRef + " " + threatName).strip();
    }
}
