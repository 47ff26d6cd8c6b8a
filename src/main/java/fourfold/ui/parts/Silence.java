package fourfold.ui.parts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How long nothing has happened on a threat, in words.
public final class Silence {

    private Silence() {}

    /// As in "Silent for 41 days", "Active today", or "Nothing recorded yet".
    ///
    /// @param last the newest disruption or finished action
    public static String words(@Nullable LocalDate last, LocalDate today) {
        if (last == null) {
            return "Nothing recorded yet";
        }
        long days = ChronoUnit.DAYS.between(last, today);
        if (days <= 0) {
            return "Active today";
        }
        return days == 1 ? "Silent for 1 day" : "Silent for " + days + " days";
    }
}
