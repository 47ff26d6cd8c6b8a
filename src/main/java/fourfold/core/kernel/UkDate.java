package fourfold.core.kernel;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A day as people in the United Kingdom write it: 2022-06-01, 1/6/22, 01.06.2022, 1 June 2022, 1st Jun 22. Day before
/// month, always; a year of two digits is within the 2000s.
public final class UkDate {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4}|\\d{2})");
    private static final Pattern NAMED =
            Pattern.compile("(?:[a-z]{3,9},? )?(\\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -](\\d{4}|\\d{2})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private UkDate() {}

    /// The day that the text says.
    ///
    /// @throws IllegalArgumentException with the second half of a sentence: what is wrong with it
    public static LocalDate parse(String text) {
        var given = Type.bare(text).replace('\u00A0', ' ').toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Matcher match = ISO.matcher(given);
        if (match.matches()) return day(match.group(1), match.group(2), match.group(3), text);
        match = DAY_FIRST.matcher(given);
        if (match.matches()) return day(match.group(3), match.group(2), match.group(1), text);
        match = NAMED.matcher(given);
        if (match.matches()) {
            int month = MONTHS.indexOf(match.group(2).substring(0, 3)) + 1;
            if (month > 0 && Month.of(month).name().toLowerCase(Locale.ROOT).startsWith(match.group(2)))
                return day(match.group(3), Integer.toString(month), match.group(1), text);
        }
        throw new IllegalArgumentException("\"" + Type.shorten(text) + "\" is not a date");
    }

    private static LocalDate day(String yearText, String monthText, String dayText, String whole) {
        int year = Integer.parseInt(yearText) + (yearText.length() == 2 ? 2000 : 0);
        int month = Integer.parseInt(monthText);
        int day = Integer.parseInt(dayText);
        var given = "\"" + Type.shorten(whole) + "\" is not a date: ";
        if (month < 1 || month > 12) throw new IllegalArgumentException(given + "month " + month);
        int longest = Month.of(month).length(Year.isLeap(year));
        if (day > longest && month == 2 && day == 29) {
            throw new IllegalArgumentException(given + year + " is not a leap year");
        }
        if (day < 1) throw new IllegalArgumentException(given + "day " + day);
        if (day > longest) throw new IllegalArgumentException(given + monthName(month, year) + " has " + longest + " days");
        if (year < 1900 || year > 2199) throw new IllegalArgumentException(given + "the year " + year + " cannot be meant");
        return LocalDate.of(year, month, day);
    }

    private static String monthName(int month, int year) {
        var name = Month.of(month).name();
        var shown = name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        return month == 2 ? shown + " " + year : shown;
    }
}
