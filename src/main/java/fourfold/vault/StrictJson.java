package fourfold.vault;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.SortedCopy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON that somebody else may have written: UTF-8 without a byte order mark, one value and nothing after it, no
/// name twice in an object, no fractions, nothing deep or long beyond the limits below. No class of ours is ever chosen
/// by the input.
public final class StrictJson {

    /// How deep lists and objects may be nested.
    public static final int DEEPEST = 20;

    /// How many UTF-16 characters a text may have: as many as an entry may have bytes. What a person or an extract writes
    /// into a field is held to the field's own limit, 65,536 at most, before it comes here.
    public static final int LONGEST_TEXT = 1 << 20;

    /// How many bytes a document may have.
    public static final int LONGEST_DOCUMENT = 64 << 20;

    private static final int LONGEST_NAME = 1_024;
    private static final int LONGEST_NUMBER = 17;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxDocumentLength(LONGEST_DOCUMENT)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private StrictJson() {}

    /// Reads one document.
    ///
    /// @throws Unreadable when it breaks any rule; its message says at which byte, and holds nothing of the content
    public static Json read(byte[] bytes) {
        if (bytes.length > LONGEST_DOCUMENT) throw new Unreadable("JSON longer than allowed");
        requireUtf8(bytes);
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return document(parser);
        } catch (JacksonException broken) {
            // not passed on as the cause: its message may quote the content
            throw new Unreadable("not JSON as it has to be, at byte "
                    + Math.max(0, broken.getLocation() == null ? 0 : broken.getLocation().getByteOffset()));
        }
    }

    private static Json document(JsonParser parser) {
        var first = parser.nextToken();
        if (first == null) throw new Unreadable("no JSON value");
        var value = value(parser, first);
        if (parser.nextToken() != null) throw new Unreadable("more than one JSON value");
        return value;
    }

    private static Json value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> new Json.Text(whole(parser, parser.getString()));
            case VALUE_NUMBER_INT -> number(parser);
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case VALUE_NULL -> Json.nothing();
            case START_ARRAY -> items(parser);
            case START_OBJECT -> members(parser);
            default -> throw refused(parser, "a value that is not allowed");
        };
    }

    private static Json items(JsonParser parser) {
        var values = new ArrayList<Json>();
        for (var token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
            values.add(value(parser, token));
        }
        return new Json.Items(values);
    }

    private static Json members(JsonParser parser) {
        var values = new SortedCopy.Gathering<String, Json>();
        for (var token = next(parser); token != JsonToken.END_OBJECT; token = next(parser)) {
            var name = whole(parser, parser.currentName());
            if (!values.put(name, value(parser, next(parser)))) throw refused(parser, "a name given twice");
        }
        return new Json.Members(values.done());
    }

    private static JsonToken next(JsonParser parser) {
        var token = parser.nextToken();
        if (token == null) throw refused(parser, "an end before the end");
        return token;
    }

    private static Json number(JsonParser parser) {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) throw refused(parser, "too large a number");
        long value = parser.getLongValue();
        if (value > Json.LARGEST || value < -Json.LARGEST) throw refused(parser, "too large a number");
        return new Json.Whole(value);
    }

    /// A lone surrogate, which only an escape can bring, has no canonical form.
    private static String whole(JsonParser parser, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) throw refused(parser, "half a character");
            i++;
        }
        return text;
    }

    private static Unreadable refused(JsonParser parser, String what) {
        return new Unreadable("JSON with " + what + ", at byte "
                + Math.max(0, parser.currentLocation().getByteOffset()));
    }

    /// The parser would take UTF-16, UTF-32 and some malformed UTF-8 too.
    private static void requireUtf8(byte[] bytes) {
        int any = 0;
        for (byte b : bytes) any |= b;
        if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0)) throw new Unreadable("JSON that is not in UTF-8");
        if (any >= 0) return;
        if (bytes[0] < 0) throw new Unreadable("JSON with a byte order mark, or not in UTF-8");
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException broken) {
            throw new Unreadable("JSON that is not in UTF-8");
        }
    }
}
