package fourfold.core.kernel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A value of the JSON subset that entries, manifests and keys are written in: no fractions (a decimal is a text), whole
/// numbers within the 53 bits that every reader keeps exact, objects with their names in order.
///
/// [#canonical()] gives the one byte sequence of a value after RFC 8785 (JSON Canonicalization Scheme).
public sealed interface Json {

    /// The largest whole number, 2^53 - 1, that every JSON reader keeps exact (RFC 8259, section 6).
    long LARGEST = 9_007_199_254_740_991L;

    /// A text.
    record Text(String value) implements Json {}

    /// A whole number between -(2^53 - 1) and 2^53 - 1.
    record Whole(long value) implements Json {
        public Whole {
            if (value > LARGEST || value < -LARGEST) throw new IllegalArgumentException("number beyond 53 bits");
        }
    }

    /// True or false.
    record Flag(boolean value) implements Json {}

    /// No value.
    enum Nothing implements Json {
        NOTHING
    }

    /// Several values in order.
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// Named values; the names are kept in the order of RFC 8785.
    record Members(SortedMap<String, Json> values) implements Json {
        public Members {
            values = SortedCopy.of(values);
        }

        /// The value of that name, or [Nothing#NOTHING].
        public Json get(String name) {
            return values.getOrDefault(name, Nothing.NOTHING);
        }
    }

    /// A text value.
    static Json of(String value) {
        return new Text(value);
    }

    /// A whole number.
    static Json of(long value) {
        return new Whole(value);
    }

    /// True or false.
    static Json of(boolean value) {
        return new Flag(value);
    }

    /// No value.
    static Json nothing() {
        return Nothing.NOTHING;
    }

    /// A list.
    static Items of(List<? extends Json> values) {
        return new Items(List.copyOf(values));
    }

    /// A list of texts.
    static Items texts(Iterable<String> values) {
        var list = new java.util.ArrayList<Json>();
        for (var value : values) list.add(new Text(value));
        return new Items(list);
    }

    /// An object.
    static Members of(Map<String, ? extends Json> values) {
        return new Members(SortedCopy.of(values));
    }

    /// Whether there is no value.
    default boolean isNothing() {
        return this == Nothing.NOTHING;
    }

    /// The text of a text.
    ///
    /// @throws IllegalArgumentException when it is none
    default String text() {
        if (this instanceof Text(var value)) return value;
        throw new IllegalArgumentException("a text was expected");
    }

    /// The number of a whole number.
    ///
    /// @throws IllegalArgumentException when it is none
    default long whole() {
        if (this instanceof Whole(var value)) return value;
        throw new IllegalArgumentException("a whole number was expected");
    }

    /// The values of a list.
    ///
    /// @throws IllegalArgumentException when it is none
    default List<Json> items() {
        if (this instanceof Items(var values)) return values;
        throw new IllegalArgumentException("a list was expected");
    }

    /// This value as an object.
    ///
    /// @throws IllegalArgumentException when it is none
    default Members members() {
        if (this instanceof Members members) return members;
        throw new IllegalArgumentException("an object was expected");
    }

    /// The bytes of this value after RFC 8785, in UTF-8.
    default byte[] canonical() {
        return canonicalText().getBytes(StandardCharsets.UTF_8);
    }

    /// The text of this value after RFC 8785.
    default String canonicalText() {
        var out = new StringBuilder(256);
        CanonicalJson.write(this, out);
        return out.toString();
    }
}
