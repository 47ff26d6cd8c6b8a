package fourfold.extract;

import java.util.regex.Pattern;

/// The evidence that the dates of one file give about day and month. A date like 01/02/2022 means 1 February, as people
/// in the United Kingdom write it; this counts the dates that can only be read that way, and those that cannot.
///
/// @param yearFirst dates that begin with the year
/// @param dayFirst dates in figures that begin with the day or could do so
/// @param onlyDayFirst those whose second figure is over 12 for no month, and whose first is over 12
/// @param onlyMonthFirst those whose first figure could be a month and whose second could not
public record DateOrder(long yearFirst, long dayFirst, long onlyDayFirst, long onlyMonthFirst) {

    private static final Pattern FIGURES =
            Pattern.compile("\\s*(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](?:\\d{4}|\\d{2})(?:[ T][\\d:.]+)?\\s*");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\s*\\d{4}[/.\\-]\\d{1,2}[/.\\-]\\d{1,2}.*");

    static final DateOrder NONE = new DateOrder(0, 0, 0, 0);

    /// This evidence and that of one more cell.
    DateOrder with(String cell) {
        if (cell.isEmpty()) return this;
        if (cell.length() == 10 && cell.charAt(4) == '-' && cell.charAt(7) == '-') {
            return new DateOrder(yearFirst + 1, dayFirst, onlyDayFirst, onlyMonthFirst);
        }
        if (YEAR_FIRST.matcher(cell).matches()) return new DateOrder(yearFirst + 1, dayFirst, onlyDayFirst, onlyMonthFirst);
        var match = FIGURES.matcher(cell);
        if (!match.matches()) return this;
        int first = Integer.parseInt(match.group(1));
        int second = Integer.parseInt(match.group(2));
        boolean onlyDay = first > 12 && first <= 31 && second <= 12;
        boolean onlyMonth = first <= 12 && second > 12 && second <= 31;
        return new DateOrder(
                yearFirst, dayFirst + 1, onlyDayFirst + (onlyDay ? 1 : 0), onlyMonthFirst + (onlyMonth ? 1 : 0));
    }

    /// Whether the file is day first: it has dates in figures that do not begin with the year.
    public boolean isDayFirst() {
        return dayFirst > yearFirst;
    }

    /// Whether the file must be taken as month first: reading 01/02/2022 as 1 February would be wrong without a trace.
    boolean isMonthFirst() {
        return onlyMonthFirst >= 3 && onlyMonthFirst > onlyDayFirst;
    }

    /// Whether nothing shows that the file is day first while something speaks against it.
    boolean isDoubtful() {
        return !isMonthFirst() && onlyMonthFirst > 0 && onlyDayFirst == 0;
    }
}
