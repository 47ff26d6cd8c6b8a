package fourfold.ui.threat;

import fourfold.core.threat.ThreatKind;
import fourfold.desk.ThreatLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Short words for a line, where the full ones have no room.
final class ThreatWords {

    private ThreatWords() {}

    /// As in "OCG".
    static String shortKind(ThreatLine line) {
        return line.kind().map(ThreatWords::shortKind).orElse("");
    }

    private static String shortKind(ThreatKind kind) {
        return switch (kind) {
            case OCG -> "OCG";
            case PRIORITY_INDIVIDUAL -> "Individual";
            case VULNERABILITY -> "Vulnerability";
        };
    }

    /// A label without the collar number behind it.
    static String name(String label) {
        int bracket = label.lastIndexOf('(');
        return bracket > 0 && label.endsWith(")") ? label.substring(0, bracket).strip() : label;
    }

    /// As in "41 days", "today", "never".
    static String silent(ThreatLine line, LocalDate today) {
        if (line.closed()) return "closed";
        return line.lastActivity().map(last -> days(ChronoUnit.DAYS.between(last, today))).orElse("never");
    }

    private static String days(long days) {
        return days <= 0 ? "today" : days == 1 ? "1 day" : days + " days";
    }
}
