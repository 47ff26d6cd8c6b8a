package fourfold.core.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a check sets for its test: months, days and limits as whole numbers, and words such as tags.
public final class Parameters {

    /// Longer than any record is kept, and short enough to be taken from any day.
    private static final int MOST = 100_000;

    private final SortedMap<String, List<String>> values = new TreeMap<>();

    /// Parameters as `name=value` or `name=value value`.
    ///
    /// @throws IllegalArgumentException when one is not written so, or stands there twice
    public Parameters(List<String> written) {
        for (var one : written) {
            int equals = one.indexOf('=');
            if (equals < 1 || equals == one.length() - 1)
                throw new IllegalArgumentException("\"" + one + "\" is not a parameter such as months=12");
            var words = new ArrayList<String>();
            for (var word : one.substring(equals + 1).split(" ")) if (!word.isEmpty()) words.add(word);
            if (values.put(one.substring(0, equals), List.copyOf(words)) != null)
                throw new IllegalArgumentException("the parameter " + one.substring(0, equals) + " stands there twice");
        }
    }

    /// The names that are set.
    public SortedSet<String> names() {
        return new TreeSet<>(values.keySet());
    }

    /// A whole number from 1 on.
    ///
    /// @throws IllegalArgumentException when it is set and is none
    public Optional<Integer> number(String name) {
        var words = values.get(name);
        if (words == null) return Optional.empty();
        var text = String.join(" ", words);
        if (!text.matches("[1-9]\\d{0,5}") || Integer.parseInt(text) > MOST)
            throw new IllegalArgumentException(name + " is \"" + text + "\", not a whole number from 1 to " + MOST);
        return Optional.of(Integer.parseInt(text));
    }

    /// Words, in capitals where they are names of values; none where nothing is set.
    public List<String> words(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// As they are written, for a list of what a configuration changes.
    public String text() {
        var parts = new ArrayList<String>();
        values.forEach((name, words) -> parts.add(name + "=" + String.join(" ", words)));
        return String.join("; ", parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters parameters && values.equals(parameters.values);
    }

    @Override
    public int hashCode() {
        return Map.copyOf(values).hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
