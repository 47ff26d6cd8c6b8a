package fourfold.core.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/// A moment by which something was known, as people write it: a day as [UkDate] reads it, which is known to its end, such a day
/// with a time as in 1 June 2022 14:30, or an instant in UTC such as 2022-06-21T10:00:00Z.
public final class UkMoment {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.+");
    private static final Pattern WITH_TIME = Pattern.compile("(.+?),?\\s+(\\d{1,2}):(\\d{2})");

    private UkMoment() {}

    /// The moment that the text says.
    ///
    /// @param zone whose days and times of day are meant
    /// @throws IllegalArgumentException with a sentence: what can be written
    public static Instant parse(String text, ZoneId zone) {
        var given = Type.bare(text);
        try {
            if (INSTANT.matcher(given).matches()) return Instant.parse(given);
            var timed = WITH_TIME.matcher(given);
            if (timed.matches()) {
                var time = LocalTime.of(Integer.parseInt(timed.group(2)), Integer.parseInt(timed.group(3)));
                return UkDate.parse(timed.group(1)).atTime(time).atZone(zone).toInstant();
            }
            return UkDate.parse(given).plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "\"" + Type.shorten(text) + "\" is no moment; write a day such as 21 June 2022, with a time such as 21 June 2022"
                            + " 14:30, or an instant such as 2022-06-21T10:00:00Z.",
                    wrong);
        }
    }
}
