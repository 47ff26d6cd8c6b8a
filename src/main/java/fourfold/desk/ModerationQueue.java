package fourfold.desk;

import java.util.List;

/// The events that a second person has to look at.
///
/// @param waiting the oldest record first
/// @param returned how many were returned and wait for whoever recorded them
public record ModerationQueue(List<EventLine> waiting, int returned) {

    public ModerationQueue {
        waiting = List.copyOf(waiting);
    }
}
