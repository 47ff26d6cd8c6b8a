package fourfold.desk;

import fourfold.core.kernel.P;
import java.util.List;
import java.util.Map;

/// The events of one threat.
///
/// @param lines the newest first, not always all of them
/// @param count how many there are
/// @param led how many this or another agency led under each P
/// @param supported how many are support events; each repeats one that another agency led
public record ThreatEvents(ThreatName threat, List<EventLine> lines, long count, Map<P, Integer> led, long supported) {

    public ThreatEvents {
        lines = List.copyOf(lines);
        led = Map.copyOf(led);
    }
}
