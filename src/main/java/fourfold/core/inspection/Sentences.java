package fourfold.core.inspection;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is said of a check's answer, for none, for one and for several. A word in braces is replaced: `{n}` by the number,
/// and whatever else the test knows, such as `{months}` ("12 months").
public record Sentences(String none, String one, String many) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    public Sentences {
        if (!many.contains("{n}"))
            throw new IllegalArgumentException("the sentence for several has no place for the number, {n}");
    }

    /// The sentence for that number.
    ///
    /// @param words by the name of the place; a place that nobody fills says "?"
    public String of(int count, Map<String, String> words) {
        var sentence = count == 0 ? none : count == 1 ? one : many;
        return PLACE.matcher(sentence)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(1).equals("n") ? Integer.toString(count) : words.getOrDefault(place.group(1), "?")));
    }
}
