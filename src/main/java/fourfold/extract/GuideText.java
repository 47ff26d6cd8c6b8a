package fourfold.extract;

import fourfold.core.reference.GuidePage;
import fourfold.core.reference.GuidePage.Block;
import fourfold.core.reference.GuidePage.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Parses one page of the guide. The text is a small part of Markdown, chosen so that any Markdown reader shows it alike:
///
/// - `# Title` on the first line, `##` and `###` headings below
/// - paragraphs, lists of `- ` or `1. ` lines (one item a line), tables with a `|---|` line below the head
/// - within text `**bold**`, `` `code` `` and `[words](topic.md)`
///
/// Anything else that looks like markup is refused, so that no page shows stars or brackets.
final class GuideText {

    private static final Pattern SPAN =
            Pattern.compile("\\*\\*([^*]+)\\*\\*|`([^`]+)`|\\[([^\\]]+)]\\(([a-z0-9-]+)\\.md\\)");
    private static final Pattern ITEM = Pattern.compile("- (.+)");
    private static final Pattern NUMBERED = Pattern.compile("\\d+\\. (.+)");

    private final String topic;
    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();
    private int at;

    private GuideText(String topic, String text) {
        this.topic = topic;
        this.lines = text.lines().map(String::stripTrailing).toList();
    }

    /// The page of that text.
    ///
    /// @throws IllegalStateException naming the file and the line
    static GuidePage page(String topic, String text) {
        return new GuideText(topic, text).page();
    }

    private GuidePage page() {
        if (lines.isEmpty() || !lines.getFirst().startsWith("# ")) throw fault("the first line is no title");
        var title = lines.getFirst().substring(2).strip();
        at = 1;
        while (at < lines.size()) {
            var line = lines.get(at);
            if (line.isEmpty()) at++;
            else if (line.startsWith("#")) heading(line);
            else if (line.startsWith("|")) table();
            else if (ITEM.matcher(line).matches()) list(ITEM, false);
            else if (NUMBERED.matcher(line).matches()) list(NUMBERED, true);
            else paragraph();
        }
        return new GuidePage(topic, title, blocks);
    }

    private void heading(String line) {
        int level = line.startsWith("### ") ? 3 : line.startsWith("## ") ? 2 : 0;
        if (level == 0) throw fault("a heading below the title begins with ## or ###");
        blocks.add(new GuidePage.Heading(level, line.substring(level + 1).strip()));
        at++;
    }

    private void paragraph() {
        var text = new StringBuilder();
        while (at < lines.size() && isText(lines.get(at))) {
            if (!text.isEmpty()) text.append(' ');
            text.append(lines.get(at++));
        }
        at--;
        blocks.add(new GuidePage.Paragraph(spans(text.toString())));
        at++;
    }

    private static boolean isText(String line) {
        return !line.isEmpty() && !line.startsWith("#") && !line.startsWith("|") && !line.startsWith("- ");
    }

    private void list(Pattern item, boolean numbered) {
        var items = new ArrayList<List<Span>>();
        while (at < lines.size()) {
            var match = item.matcher(lines.get(at));
            if (!match.matches()) break;
            items.add(spans(match.group(1)));
            at++;
        }
        if (at < lines.size() && !lines.get(at).isEmpty()) throw fault("a list item is one line, and a list ends with an empty one");
        blocks.add(new GuidePage.Listing(numbered, List.copyOf(items)));
    }

    private void table() {
        var head = cells(lines.get(at++));
        if (at >= lines.size() || !lines.get(at).matches("\\|(\\s*-{3,}\\s*\\|)+"))
            throw fault("the line below a table's head is made of |---|");
        at++;
        var rows = new ArrayList<List<List<Span>>>();
        for (; at < lines.size() && lines.get(at).startsWith("|"); at++) {
            var cells = cells(lines.get(at));
            if (cells.size() != head.size()) throw fault("the row has " + cells.size() + " cells, the head " + head.size());
            rows.add(cells.stream().map(this::spans).toList());
        }
        blocks.add(new GuidePage.Table(head, List.copyOf(rows)));
    }

    private List<String> cells(String line) {
        if (!line.endsWith("|") || line.length() < 3) throw fault("a table's row begins and ends with |");
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip).toList();
    }

    private List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        var match = SPAN.matcher(text);
        int from = 0;
        while (match.find()) {
            plain(spans, text.substring(from, match.start()));
            if (match.group(1) != null) spans.add(new GuidePage.Bold(match.group(1)));
            else if (match.group(2) != null) spans.add(new GuidePage.Code(match.group(2)));
            else spans.add(new GuidePage.Link(match.group(3), match.group(4)));
            from = match.end();
        }
        plain(spans, text.substring(from));
        return List.copyOf(spans);
    }

    private void plain(List<Span> spans, String text) {
        if (text.contains("**") || text.contains("`") || text.contains("](") || text.contains("<"))
            throw fault("markup that this reader does not know");
        if (!text.isEmpty()) spans.add(new GuidePage.Plain(text));
    }

    private IllegalStateException fault(String sentence) {
        return new IllegalStateException(topic + ".md, line " + (at + 1) + ": " + sentence);
    }
}
