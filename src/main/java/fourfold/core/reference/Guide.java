package fourfold.core.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The offline guide: its pages in reading order, and a search by words.
///
/// @param pages in the order of the contents list
public record Guide(List<GuidePage> pages) {

    /// A page that a search found.
    ///
    /// @param sentence the first place in the text where a word was found; the page's own first sentence otherwise
    public record Hit(GuidePage page, String sentence) {}

    public Guide {
        pages = List.copyOf(pages);
    }

    /// The page about that topic.
    public Optional<GuidePage> page(String topic) {
        return pages.stream().filter(page -> page.topic().equals(topic)).findFirst();
    }

    /// The pages in which every word begins some word of the text, whatever the case; those with a word in their title
    /// first, then those with more of them. Nothing typed finds nothing.
    public List<Hit> search(String words) {
        var wanted = GuidePage.words(words);
        if (wanted.isEmpty()) return List.of();
        record Ranked(Hit hit, long inTitle, long inText) {}
        var found = new ArrayList<Ranked>();
        for (var page : pages) {
            var there = GuidePage.words(page.plainText());
            if (!wanted.stream().allMatch(word -> there.stream().anyMatch(one -> one.startsWith(word)))) continue;
            var title = GuidePage.words(page.title());
            found.add(new Ranked(
                    new Hit(page, sentence(page, wanted)),
                    wanted.stream().filter(word -> title.stream().anyMatch(one -> one.startsWith(word))).count(),
                    there.stream().filter(one -> wanted.stream().anyMatch(one::startsWith)).count()));
        }
        found.sort(Comparator.comparingLong(Ranked::inTitle)
                .thenComparingLong(Ranked::inText)
                .reversed());
        return found.stream().map(Ranked::hit).toList();
    }

    private static String sentence(GuidePage page, List<String> wanted) {
        var sentences = page.sentences();
        return sentences.stream()
                .max(Comparator.comparingLong((String sentence) -> {
                    var there = GuidePage.words(sentence.toLowerCase(Locale.ROOT));
                    return wanted.stream()
                            .filter(word -> there.stream().anyMatch(one -> one.startsWith(word)))
                            .count();
                }).thenComparing(Comparator.comparingInt(sentences::indexOf).reversed()))
                .orElse(page.title());
    }
}
