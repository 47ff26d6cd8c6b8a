package fourfold.desk;

import fourfold.core.kernel.Id;
import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One line of the list of meetings.
///
/// @param reason why it was cancelled or not quorate, or empty
/// @param agenda the references of the threats on its agenda
/// @param forces the agencies that own those threats
/// @param waiting the threats of its agenda that still wait for a meeting, where it did not decide about them
public record MeetingLine(
        Id<Meeting> id,
        String ref,
        String kind,
        Optional<LocalDate> date,
        Optional<MeetingStatus> status,
        String reason,
        List<String> agenda,
        List<String> forces,
        List<String> waiting) {

    public MeetingLine {
        agenda = List.copyOf(agenda);
        forces = List.copyOf(forces);
        waiting = List.copyOf(waiting);
    }

    /// As in "Held", or empty where nobody has said.
    public String standing() {
        return status.map(MeetingStatus::label).orElse("");
    }
}
