package fourfold.packet;

/// Text from a package made fit for a screen: without control characters and direction overrides, and not too long.
/// It is for reading only; nothing is ever looked up by it.
public final class DisplayText {

    private static final int LONGEST = 120;
    private static final int LONGEST_SENTENCE = 600;

    private DisplayText() {}

    /// The text with every control, format and unpaired character replaced by a question mark.
    public static String clean(String text) {
        return clean(text, LONGEST);
    }

    /// The same for a whole sentence of ours that names something from outside.
    static String sentence(String text) {
        return clean(text, LONGEST_SENTENCE);
    }

    private static String clean(String text, int longest) {
        var out = new StringBuilder();
        text.codePoints().limit(longest + 1L).forEach(c -> out.appendCodePoint(isPlain(c) ? c : '?'));
        if (text.codePointCount(0, text.length()) <= longest) return out.toString();
        out.setLength(out.offsetByCodePoints(0, longest));
        return out.append('…').toString();
    }

    /// A text of several lines as one.
    static String line(String text) {
        return clean(text.replaceAll("[\\r\\n\\t]+", " "));
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
