package fourfold.store;

import fourfold.core.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Reads back the canonical JSON (RFC 8785) that this store wrote into its own columns. It is no reader for anybody
/// else's text: what is not canonical is a damaged store.
final class CanonicalText {

    private final String text;
    private int at;

    private CanonicalText(String text) {
        this.text = text;
    }

    /// The value of that text.
    ///
    /// @throws StoreFault when it is not what this store writes
    static Json read(String text) {
        try {
            var reader = new CanonicalText(text);
            var value = reader.value();
            if (reader.at != text.length()) throw new IllegalArgumentException("more text");
            return value;
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new StoreFault(StoreFault.Trouble.DAMAGED, "A cell of the store is not as it was written.");
        }
    }

    private Json value() {
        return switch (text.charAt(at)) {
            case '"' -> Json.of(string());
            case '[' -> items();
            case '{' -> members();
            case 't' -> word("true", Json.of(true));
            case 'f' -> word("false", Json.of(false));
            case 'n' -> word("null", Json.nothing());
            default -> number();
        };
    }

    private Json word(String word, Json value) {
        expect(text.startsWith(word, at));
        at += word.length();
        return value;
    }

    private Json number() {
        int from = at;
        if (text.charAt(at) == '-') at++;
        while (at < text.length() && Character.isDigit(text.charAt(at))) at++;
        return Json.of(Long.parseLong(text, from, at, 10));
    }

    private Json items() {
        var values = new ArrayList<Json>();
        at++;
        if (text.charAt(at) != ']') {
            values.add(value());
            while (text.charAt(at) == ',') {
                at++;
                values.add(value());
            }
        }
        skip(']');
        return Json.of(List.copyOf(values));
    }

    private Json members() {
        var values = new TreeMap<String, Json>();
        at++;
        if (text.charAt(at) != '}') {
            member(values);
            while (text.charAt(at) == ',') {
                at++;
                member(values);
            }
        }
        skip('}');
        return Json.of(values);
    }

    private void member(TreeMap<String, Json> values) {
        var name = string();
        skip(':');
        values.put(name, value());
    }

    private String string() {
        skip('"');
        int from = at;
        while (text.charAt(at) != '"' && text.charAt(at) != '\\') at++;
        if (text.charAt(at) == '"') return text.substring(from, at++);
        var out = new StringBuilder(text.substring(from, at));
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> c;
        };
    }

    private void skip(char c) {
        expect(text.charAt(at) == c);
        at++;
    }

    private static void expect(boolean holds) {
        if (!holds) throw new IllegalArgumentException("not canonical");
    }
}
