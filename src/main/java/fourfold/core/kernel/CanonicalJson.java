package fourfold.core.kernel;

import java.util.Locale;

/// Writes a [Json] value in the one form of RFC 8785: no white space, names in UTF-16 order, the shortest escapes.
final class CanonicalJson {

    private CanonicalJson() {}

    static void write(Json value, StringBuilder out) {
        switch (value) {
            case Json.Text(var text) -> quote(text, out);
            case Json.Whole(var number) -> out.append(number);
            case Json.Flag(var flag) -> out.append(flag);
            case Json.Nothing nothing -> out.append("null");
            case Json.Items(var items) -> {
                out.append('[');
                for (int i = 0; i < items.size(); i++) {
                    if (i > 0) out.append(',');
                    write(items.get(i), out);
                }
                out.append(']');
            }
            case Json.Members(var members) -> {
                int start = out.append('{').length();
                members.forEach((name, member) -> {
                    if (out.length() > start) out.append(',');
                    quote(name, out);
                    out.append(':');
                    write(member, out);
                });
                out.append('}');
            }
        }
    }

    /// Copies what needs no escape in whole runs: texts are long and escapes are few.
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                requirePair(text, i);
                i++;
            } else if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, run, i);
                escape(c, out);
                run = i + 1;
            }
        }
        out.append(text, run, text.length()).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
    }

    /// RFC 8785, section 3.2.2.2: a lone surrogate is an error, since it has no UTF-8 form.
    private static void requirePair(String text, int i) {
        boolean whole = Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!whole) throw new IllegalArgumentException("text with half a character");
    }
}
