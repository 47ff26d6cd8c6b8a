package fourfold.desk;

import fourfold.core.kernel.Id;
import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingRules.Delay;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One governance meeting: who was asked and came, and what was on its agenda.
public record MeetingFile(Kept<Meeting> kept, MeetingLine line, List<Item> agenda, List<Body> bodies) {

    /// A threat on the agenda.
    ///
    /// @param threat nothing where no such threat is here
    /// @param agency who owns it
    /// @param handling its handling instructions, or empty
    /// @param plan how its plan stands, in words
    /// @param before when a meeting of this kind last had it; nothing where none had
    /// @param delay what became of the decision where this meeting did not take it
    public record Item(
            String ref,
            Optional<Id<Threat>> threat,
            String name,
            String agency,
            String lro,
            String handling,
            String plan,
            Optional<LocalDate> before,
            Optional<Delay> delay) {}

    /// Somebody who was asked or came.
    public record Body(String name, boolean invited, boolean attended) {}

    public MeetingFile {
        agenda = List.copyOf(agenda);
        bodies = List.copyOf(bodies);
    }

    /// The meeting itself.
    public Meeting meeting() {
        return kept.record();
    }
}
