package fourfold.extract;

import fourfold.core.kernel.Field;
import fourfold.core.kernel.Formula;
import fourfold.core.kernel.Type;
import java.util.regex.Pattern;

/// The text of one cell as the value of a field, and why it is none.
final class CellText {

    private static final Pattern MIDNIGHT = Pattern.compile("(.*\\d)[ T]0?0:00(?::00(?:\\.0+)?)?Z?\\s*");
    private static final Pattern TIME = Pattern.compile(".*\\d[ T]\\d{1,2}:\\d{2}.*");
    private static final Pattern YEAR_SLASH = Pattern.compile("\\s*(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})\\s*");
    private static final Pattern TWO_DIGIT_YEAR = Pattern.compile("\\s*\\d{1,2}[- ]\\d{1,2}[- ]\\d{2}\\s*");
    private static final Pattern IN_FIGURES = Pattern.compile("\\s*\\d{1,2}[/.\\- ]\\d{1,2}[/.\\- ]\\d{2,4}\\s*");
    private static final Pattern LIKE_A_DATE =
            Pattern.compile("\\s*(\\d{1,4}[/.\\- ]\\d{1,2}[/.\\- ]\\d{1,4}|.*\\d{1,2}.*[A-Za-z]{3}.*\\d{2,4})\\s*");
    private static final Pattern NEGATIVE = Pattern.compile("\\s*-\\s*£?\\s*[\\d,]+(\\.\\d+)?\\s*");

    private final boolean dayFirst;

    /// @param dayFirst whether the dates of the file begin with the day, which a reason then says
    CellText(boolean dayFirst) {
        this.dayFirst = dayFirst;
    }

    /// The text is no value of the field; the message is the sentence that says so.
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
        private final Finding.Code code;
        private final String sentence;

        Unfit(Finding.Code code, String sentence) {
            super(sentence, null, false, false);
            this.code = code;
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }

        Finding.Code code() {
            return code;
        }
    }

    /// The value.
    <V> V parse(Field<?, V> field, String text) throws Unfit {
        var shape = field.type().shape();
        try {
            return field.type().parse(shape == Type.Shape.DATE ? day(text) : text);
        } catch (IllegalArgumentException wrong) {
            var sentence = sentence(field.label(), String.valueOf(wrong.getMessage()));
            throw switch (shape) {
                case DATE -> noDate(text, sentence);
                case WHOLE, MONEY -> noNumber(text, sentence);
                case CHOICE, CHOICES -> new Unfit(Finding.Code.UNKNOWN_VALUE, sentence);
                default -> sentence.endsWith("is not a number.")
                        ? noNumber(text, sentence)
                        : new Unfit(Finding.Code.UNFIT_TEXT, sentence);
            };
        }
    }

    /// What is left of a date when a time of day that says nothing is taken off, and slashes after the year are put right.
    private static String day(String text) throws Unfit {
        var day = text;
        var midnight = MIDNIGHT.matcher(day);
        if (midnight.matches()) {
            day = midnight.group(1);
        } else if (TIME.matcher(day).matches()) {
            throw new Unfit(Finding.Code.NOT_A_DATE,
                    "\"" + Finding.shown(text) + "\" has a time of day, and a date alone is needed here.");
        }
        if (TWO_DIGIT_YEAR.matcher(day).matches()) {
            throw new Unfit(Finding.Code.NOT_A_DATE,
                    "\"" + Finding.shown(text) + "\" could mean several days; the year needs four figures.");
        }
        var slash = YEAR_SLASH.matcher(day);
        return slash.matches() ? slash.group(1) + "-" + slash.group(2) + "-" + slash.group(3) : day;
    }

    private Unfit noDate(String text, String sentence) {
        if (!LIKE_A_DATE.matcher(text).matches()) return new Unfit(Finding.Code.NOT_A_DATE, sentence);
        boolean month = sentence.contains("month ");
        var full = month && dayFirst && IN_FIGURES.matcher(text).matches()
                ? sentence.substring(0, sentence.length() - 1) + "; the file is day first."
                : sentence;
        return new Unfit(Finding.Code.IMPOSSIBLE_DATE, full);
    }

    private static Unfit noNumber(String text, String sentence) {
        if (NEGATIVE.matcher(text).matches()) {
            return new Unfit(Finding.Code.NEGATIVE,
                    "\"" + Finding.shown(text) + "\" is below 0, and a count or an amount cannot be negative.");
        }
        if (Formula.isLike(text)) {
            return new Unfit(Finding.Code.NOT_A_NUMBER, "\"" + Finding.shown(text) + "\" is a formula and not a number.");
        }
        return new Unfit(Finding.Code.NOT_A_NUMBER, sentence);
    }

    /// The second half of a sentence that begins with the field's name, made whole.
    private static String sentence(String label, String half) {
        return (half.startsWith("\"") ? half : label + " " + half) + ".";
    }
}
