package fourfold.ui.kit;

import fourfold.core.kernel.UkDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Dates as they stand on every screen, and as people type them.
public final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private Dates() {}

    /// As in "Tue 3 May 2022".
    public static String day(LocalDate date) {
        return DAY.format(date).replace("Sept", "Sep");
    }

    /// As in "3 May 2022", for tables in which many days stand one under another.
    public static String shortDay(LocalDate date) {
        return SHORT.format(date).replace("Sept", "Sep");
    }

    /// As in "Tue 3 May 2022, 14:02".
    public static String moment(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return day(local.toLocalDate()) + ", " + TIME.format(local);
    }

    /// As in "14:02".
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /// As in "today", "in 4 days", "41 days ago".
    public static String fromToday(LocalDate date, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, date);
        if (days == 0) {
            return "today";
        } else if (days == 1) {
            return "tomorrow";
        } else if (days == -1) {
            return "yesterday";
        }
        return days > 0 ? "in " + days + " days" : -days + " days ago";
    }

    /// The day that typed text means: any form that [UkDate] reads, and "today", "yesterday", "tomorrow".
    ///
    /// @throws IllegalArgumentException with what is wrong with it
    public static LocalDate read(String text, LocalDate today) {
        return switch (text.strip().toLowerCase(Locale.UK)) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            case "tomorrow" -> today.plusDays(1);
            default -> UkDate.parse(text);
        };
    }
}
