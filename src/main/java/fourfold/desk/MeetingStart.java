package fourfold.desk;

import java.util.List;

/// What the form of a meeting offers.
///
/// @param kinds governance meetings of the reference list, and those that records name
/// @param bodies who can be asked to one: agencies, partners, and whom other meetings name
/// @param threats the open threats by reference
public record MeetingStart(List<String> kinds, List<String> bodies, List<ThreatName> threats) {

    public MeetingStart {
        kinds = List.copyOf(kinds);
        bodies = List.copyOf(bodies);
        threats = List.copyOf(threats);
    }
}
