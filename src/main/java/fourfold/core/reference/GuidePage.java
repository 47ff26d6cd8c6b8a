package fourfold.core.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One page of the guide as a small tree, for a screen to show as nodes.
///
/// @param topic the page's name, which links and help keys use
/// @param title its first heading
/// @param blocks everything below the title, in order
public record GuidePage(String topic, String title, List<Block> blocks) {

    /// One block of a page.
    public sealed interface Block {}

    /// A heading below the title.
    ///
    /// @param level 2 or 3
    public record Heading(int level, String text) implements Block {}

    /// Running text.
    public record Paragraph(List<Span> spans) implements Block {}

    /// A list, each item one line of text.
    ///
    /// @param numbered whether the order matters
    public record Listing(boolean numbered, List<List<Span>> items) implements Block {}

    /// A table; every row has as many cells as the head.
    public record Table(List<String> head, List<List<List<Span>>> rows) implements Block {}

    /// A stretch of text of one kind.
    public sealed interface Span {
        /// What a person reads.
        String text();
    }

    /// Plain text.
    public record Plain(String text) implements Span {}

    /// Text that stands out.
    public record Bold(String text) implements Span {}

    /// The name of a key, a command or a field to type, in fixed width.
    public record Code(String text) implements Span {}

    /// A link to another page of the guide.
    public record Link(String text, String topic) implements Span {}

    public GuidePage {
        blocks = List.copyOf(blocks);
    }

    /// Every link on the page.
    public List<Link> links() {
        return blocks.stream()
                .flatMap(GuidePage::spans)
                .filter(Link.class::isInstance)
                .map(Link.class::cast)
                .toList();
    }

    /// The whole text, title included, one block or cell a line.
    public String plainText() {
        return title + "\n" + String.join("\n", lines());
    }

    /// The text below the title in sentences.
    List<String> sentences() {
        return lines().stream()
                .flatMap(line -> Arrays.stream(line.split("(?<=[.?]) ")))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        for (var block : blocks) {
            switch (block) {
                case Heading(var level, var text) -> lines.add(text);
                case Paragraph(var spans) -> lines.add(text(spans));
                case Listing(var numbered, var items) -> items.forEach(item -> lines.add(text(item)));
                case Table(var head, var rows) -> {
                    lines.addAll(head);
                    rows.forEach(row -> row.forEach(cell -> lines.add(text(cell))));
                }
            }
        }
        return lines;
    }

    private static String text(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    private static Stream<Span> spans(Block block) {
        return switch (block) {
            case Heading heading -> Stream.of();
            case Paragraph(var spans) -> spans.stream();
            case Listing(var numbered, var items) -> items.stream().flatMap(List::stream);
            case Table(var head, var rows) -> rows.stream().flatMap(List::stream).flatMap(List::stream);
        };
    }

    /// The words of a text in lower case.
    static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
