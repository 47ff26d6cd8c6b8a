package fourfold.core.kernel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What kind of value a field holds, and its three forms: the JSON of journals and packages, the text of extracts,
/// commands and forms, and the Java value of the program.
///
/// @param <V> the Java value
public final class Type<V> {

    /// The families of types; a store chooses a column by it and a form its control.
    public enum Shape {
        TEXT,
        LONG_TEXT,
        CHOICE,
        DATE,
        MOMENT,
        WHOLE,
        MONEY,
        FLAG,
        REFERENCE,
        TEXTS,
        CHOICES
    }

    private final Shape shape;
    private final Function<V, Json> encode;
    private final Function<Json, V> decode;
    private final Function<String, V> parse;
    private final Function<V, String> print;
    private final @Nullable V empty;
    private final Choice[] choices;

    private Type(
            Shape shape,
            Function<V, Json> encode,
            Function<Json, V> decode,
            Function<String, V> parse,
            Function<V, String> print,
            @Nullable V empty,
            Choice... choices) {
        this.shape = shape;
        this.encode = encode;
        this.decode = decode;
        this.parse = parse;
        this.print = print;
        this.empty = empty;
        this.choices = choices;
    }

    /// One line of text of at most `limit` characters.
    public static Type<String> text(int limit) {
        return text(Shape.TEXT, limit);
    }

    /// Text of several lines of at most `limit` characters.
    public static Type<String> longText(int limit) {
        return text(Shape.LONG_TEXT, limit);
    }

    private static Type<String> text(Shape shape, int limit) {
        return new Type<>(shape, Json::of, Json::text, text -> within(text, limit), Function.identity(), "");
    }

    private static String within(String text, int limit) {
        if (text.length() > limit) {
            throw new IllegalArgumentException(
                    String.format(Locale.UK, "has %,d characters, %,d is the limit", text.length(), limit));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) i++;
            else if (c == 0 || Character.isSurrogate(c)) throw new IllegalArgumentException("holds a broken character");
        }
        return text;
    }

    /// A decimal number kept exactly as it was given, digits after the point included; never calculated with.
    public static Type<String> decimalAsGiven() {
        return new Type<>(
                Shape.TEXT,
                Json::of,
                Json::text,
                text -> {
                    var given = bare(text);
                    if (!given.matches("-?\\d{1,15}(\\.\\d{1,6})?"))
                        throw new IllegalArgumentException("\"" + shorten(text) + "\" is not a number");
                    return given;
                },
                Function.identity(),
                "");
    }

    /// One value of a fixed list, or none.
    public static <C extends Enum<C> & Choice> Type<C> choice(Class<C> list) {
        var all = list.getEnumConstants();
        return new Type<>(
                Shape.CHOICE,
                value -> Json.of(value.name()),
                json -> Enum.valueOf(list, json.text()),
                text -> choose(all, text),
                Choice::label,
                null,
                all);
    }

    /// Several values of a fixed list.
    public static <C extends Enum<C> & Choice> Type<SortedSet<C>> choices(Class<C> list) {
        var all = list.getEnumConstants();
        return new Type<>(
                Shape.CHOICES,
                values -> Json.texts(values.stream().map(Enum::name).toList()),
                json -> {
                    var values = new TreeSet<C>();
                    for (var item : json.items()) values.add(Enum.valueOf(list, item.text()));
                    return values;
                },
                text -> {
                    var values = new TreeSet<C>();
                    for (var part : parts(text)) values.add(choose(all, part));
                    return values;
                },
                values -> String.join(";", values.stream().map(Choice::label).toList()),
                new TreeSet<>(),
                all);
    }

    /// A set of short texts, written with semicolons between them.
    public static Type<SortedSet<String>> texts(int limitOfEach) {
        return new Type<>(
                Shape.TEXTS,
                Json::texts,
                json -> {
                    var values = new TreeSet<String>();
                    for (var item : json.items()) values.add(item.text());
                    return values;
                },
                text -> {
                    var values = new TreeSet<String>();
                    for (var part : parts(text)) values.add(within(part, limitOfEach));
                    return values;
                },
                values -> String.join(";", values),
                new TreeSet<>());
    }

    /// A calendar day.
    public static Type<LocalDate> date() {
        return new Type<>(
                Shape.DATE,
                value -> Json.of(value.toString()),
                json -> LocalDate.parse(json.text()),
                UkDate::parse,
                LocalDate::toString,
                null);
    }

    /// A moment, to the millisecond, in UTC.
    public static Type<Instant> moment() {
        return new Type<>(
                Shape.MOMENT,
                value -> Json.of(value.toEpochMilli()),
                json -> Instant.ofEpochMilli(json.whole()),
                text -> {
                    try {
                        return Instant.parse(bare(text));
                    } catch (DateTimeException wrong) {
                        throw new IllegalArgumentException("\"" + shorten(text) + "\" is not a moment", wrong);
                    }
                },
                Instant::toString,
                null);
    }

    /// A count of 0 or more, or not stated.
    public static Type<Long> whole() {
        return new Type<>(Shape.WHOLE, Json::of, Json::whole, Type::count, String::valueOf, null);
    }

    private static Long count(String text) {
        var given = bare(text);
        if (given.matches("-\\d+")) throw new IllegalArgumentException("cannot be negative");
        if (!given.matches("\\d{1,12}")) {
            throw new IllegalArgumentException("\"" + shorten(text) + "\" is not a whole number");
        }
        return Long.parseLong(given);
    }

    /// Pounds and pence of 0 or more, or not stated; always with two decimals.
    public static Type<BigDecimal> money() {
        return new Type<>(
                Shape.MONEY,
                value -> Json.of(value.toPlainString()),
                json -> new BigDecimal(json.text()),
                text -> {
                    var given = bare(text).replace("£", "").replace(",", "");
                    if (given.matches("-\\d+(\\.\\d+)?")) throw new IllegalArgumentException("cannot be negative");
                    if (!given.matches("\\d{1,13}(\\.\\d{1,2})?"))
                        throw new IllegalArgumentException(
                                "\"" + shorten(text) + "\" is not an amount in pounds and pence");
                    return new BigDecimal(given).setScale(2);
                },
                BigDecimal::toPlainString,
                null);
    }

    /// Yes or no; no where nothing was said.
    public static Type<Boolean> flag() {
        return new Type<>(
                Shape.FLAG,
                Json::of,
                json -> json instanceof Json.Flag(var value) && value,
                text -> switch (bare(text).toLowerCase(Locale.ROOT)) {
                    case "yes", "true", "y" -> true;
                    case "no", "false", "n" -> false;
                    default -> throw new IllegalArgumentException("is \"" + shorten(text) + "\", not yes or no");
                },
                value -> value ? "Yes" : "No",
                false);
    }

    /// The identity of another record. A person never types it; desks turn references into it.
    public static <T> Type<Id<T>> reference() {
        return new Type<>(
                Shape.REFERENCE,
                id -> Json.of(id.value().toString()),
                json -> new Id<>(UUID.fromString(json.text())),
                text -> new Id<>(UUID.fromString(bare(text))),
                Id::toString,
                null);
    }

    private static <C extends Choice> C choose(C[] all, String text) {
        var wanted = plain(text);
        for (var choice : all) {
            if (plain(choice.label()).equals(wanted) || plain(choice.name()).equals(wanted)) return choice;
        }
        throw new IllegalArgumentException("is \"" + shorten(text) + "\", not one of "
                + String.join(", ", Arrays.stream(all).map(Choice::label).toList()));
    }

    /// A text without the spaces around it, the no-break ones that web pages and word processors leave included.
    public static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) from++;
        while (to > from && isSpace(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /// How names of a fixed list are compared: without case, hyphens, underscores and doubled spaces.
    public static String plain(String text) {
        return bare(text).replace('\u00A0', ' ').replace('_', ' ').replace('-', ' ').replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static Iterable<String> parts(String text) {
        return Arrays.stream(text.split(";")).map(Type::bare).filter(part -> !part.isEmpty()).toList();
    }

    static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    /// The family of this type.
    public Shape shape() {
        return shape;
    }

    /// The values of a fixed list; empty for other types.
    public Choice[] choices() {
        return choices.clone();
    }

    /// Where a value stands in its fixed list, from 0; -1 for none, and for other types.
    int rank(Json value) {
        if (value instanceof Json.Text(var name)) {
            for (int i = 0; i < choices.length; i++)
                if (choices[i] instanceof Enum<?> choice && choice.name().equals(name)) return i;
        }
        return -1;
    }

    /// The value of a field that was never filled: an empty text or set, no for a flag, and null otherwise.
    public @Nullable V empty() {
        return empty;
    }

    /// The JSON form.
    public Json encode(V value) {
        return encode.apply(value);
    }

    /// The value of a JSON form.
    ///
    /// @throws RuntimeException when the JSON is not of this type
    public V decode(Json json) {
        return decode.apply(json);
    }

    /// The value of what a person or an extract wrote. Blank text is never passed: it means no value.
    ///
    /// @throws IllegalArgumentException with the second half of a sentence that begins with the field's name
    public V parse(String text) {
        return parse.apply(text);
    }

    /// What a person reads and an extract holds.
    public String print(V value) {
        return print.apply(value);
    }
}
