package fourfold.desk;

import java.util.List;

/// A part of the list of events.
///
/// @param lines as many as were asked for
/// @param matching how many match in all
/// @param total how many there are without any filter
public record EventList(List<EventLine> lines, long matching, long total) {

    public EventList {
        lines = List.copyOf(lines);
    }
}
