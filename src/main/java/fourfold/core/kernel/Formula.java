package fourfold.core.kernel;

/// Cells that a spreadsheet would run as a formula: how they are recognised, made harmless on the way out, and given
/// back unchanged on the way in.
///
/// A cell is like a formula when it begins with TAB or CR, or when its first character that is not white space is one
/// of `=` `+` `-` `@`, in its ASCII or its full-width form. It is made harmless by one apostrophe in front. A cell that
/// already begins with apostrophes before such text gets one more, so that taking exactly one away always restores what
/// was there.
public final class Formula {

    private static final String SIGNS = "=+-@＝＋－＠";

    private Formula() {}

    /// Whether a spreadsheet might run the text.
    public static boolean isLike(String text) {
        return isLike(text, 0);
    }

    /// The text as a spreadsheet may safely open it.
    public static String neutralise(String text) {
        return isLike(text, apostrophes(text)) ? "'" + text : text;
    }

    /// A cell of a table that a spreadsheet may safely open: a number as it is, since none of them runs it, even one below 0;
    /// anything else made harmless.
    public static String cell(Object value) {
        return value instanceof Number ? value.toString() : neutralise(value.toString());
    }

    /// The text that [#neutralise] was given.
    public static String restore(String cell) {
        int apostrophes = apostrophes(cell);
        return apostrophes > 0 && isLike(cell, apostrophes) ? cell.substring(1) : cell;
    }

    private static int apostrophes(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) == '\'') count++;
        return count;
    }

    private static boolean isLike(String text, int from) {
        if (from >= text.length()) return false;
        char first = text.charAt(from);
        if (first == '\t' || first == '\r') return true;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) return SIGNS.indexOf(c) >= 0;
        }
        return false;
    }

    /// White space and the invisible characters that programs drop when they trim.
    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF'
                || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.CONTROL;
    }
}
