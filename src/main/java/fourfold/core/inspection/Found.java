package fourfold.core.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a named test answers: what it found, or why it cannot tell.
///
/// @param words for the places in the check's sentences
/// @param cannot one sentence why the records cannot answer; empty where they do
record Found(List<Hit> hits, Map<String, String> words, List<Breakdown> parts, String cannot) {

    static Found of(List<Hit> hits) {
        return new Found(List.copyOf(hits), Map.of(), List.of(), "");
    }

    static Found cannotTell(String why) {
        return new Found(List.of(), Map.of(), List.of(), why);
    }

    /// The same with a word for a place in the sentences.
    Found saying(String place, Object word) {
        var more = new TreeMap<>(words);
        more.put(place, word.toString());
        return new Found(hits, more, parts, cannot);
    }

    /// The same with the counts by one of its sides; nothing where nothing was counted.
    Found by(String by, Map<String, Integer> counts) {
        if (counts.isEmpty()) return this;
        var more = new ArrayList<>(parts);
        more.add(new Breakdown(by, counts));
        return new Found(hits, words, more, cannot);
    }

    /// Counts with the largest first, those of one size by name.
    static Map<String, Integer> largestFirst(Map<String, Integer> counts) {
        var sorted = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
