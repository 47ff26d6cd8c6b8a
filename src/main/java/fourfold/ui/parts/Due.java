package fourfold.ui.parts;

import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Dates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// When something is due, with how far that is and how much it matters.
public final class Due {

    private static final int SOON_DAYS = 7;

    private Due() {}

    /// As in "Overdue by 3 days", "Due today", "Due in 4 days", "Due Tue 3 May 2022".
    public static String words(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return days == -1 ? "Overdue by 1 day" : "Overdue by " + -days + " days";
        }
        return "Due " + (days <= SOON_DAYS ? Dates.fromToday(due, today) : Dates.day(due));
    }

    /// The same as a badge: red when it is past, amber when it is near.
    public static Badge badge(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        var tone = days < 0 ? Badge.Tone.DANGER : days <= SOON_DAYS ? Badge.Tone.WARNING : Badge.Tone.QUIET;
        return new Badge(words(due, today), tone);
    }
}
