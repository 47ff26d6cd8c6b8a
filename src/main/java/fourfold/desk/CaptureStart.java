package fourfold.desk;

import fourfold.core.plan.Action;
import java.util.List;
import java.util.Optional;

/// What a form for a new event offers.
///
/// @param threats the open threats by reference
/// @param threat the threat that the event is about, where that is known
/// @param action the action that it came of, where that is known
/// @param agencies who can lead or support: agencies, partners, and whom other events name
/// @param units lead units
public record CaptureStart(
        List<ThreatName> threats,
        Optional<ThreatName> threat,
        Optional<Action> action,
        List<String> agencies,
        List<String> units) {

    public CaptureStart {
        threats = List.copyOf(threats);
        agencies = List.copyOf(agencies);
        units = List.copyOf(units);
    }
}
