package fourfold.ui.meeting;

import fourfold.core.meeting.MeetingStatus;
import fourfold.desk.MeetingLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// One condition of the list of meetings, as a chip shows it. Those of one side are alternatives, those of different sides hold
/// together.
record MeetingCondition(Side side, String value) {

    /// What a condition is about.
    enum Side {
        STATE("State"),
        FORCE("Force"),
        KIND("Kind"),
        DECISIONS("Decisions");

        private final String label;

        Side(String label) {
            this.label = label;
        }
    }

    /// Threats of its agenda wait for a meeting still.
    static final String WAITING = "still wait for a meeting";

    /// As in "State: Cancelled".
    String words() {
        return side.label + (side == Side.DECISIONS ? " " : ": ") + value;
    }

    private boolean holds(MeetingLine line) {
        return switch (side) {
            case STATE -> line.standing().equals(value);
            case FORCE -> line.forces().contains(value);
            case KIND -> line.kind().equals(value);
            case DECISIONS -> !line.waiting().isEmpty();
        };
    }

    /// Whether a line meets all sides that anything was chosen of.
    static boolean allHold(Collection<MeetingCondition> chosen, MeetingLine line) {
        return chosen.stream().collect(Collectors.groupingBy(MeetingCondition::side)).values().stream()
                .allMatch(alternatives -> alternatives.stream().anyMatch(one -> one.holds(line)));
    }

    /// All conditions that make sense for these meetings.
    static List<MeetingCondition> all(List<MeetingLine> lines) {
        var all = new ArrayList<MeetingCondition>();
        Arrays.stream(MeetingStatus.values()).forEach(status -> all.add(new MeetingCondition(Side.STATE, status.label())));
        all.add(new MeetingCondition(Side.DECISIONS, WAITING));
        lines.stream().flatMap(line -> line.forces().stream()).distinct().sorted()
                .forEach(force -> all.add(new MeetingCondition(Side.FORCE, force)));
        lines.stream().map(MeetingLine::kind).filter(kind -> !kind.isBlank()).distinct().sorted()
                .forEach(kind -> all.add(new MeetingCondition(Side.KIND, kind)));
        return all;
    }
}
