package fourfold.ui.guide;

import fourfold.core.reference.GuidePage;
import fourfold.core.reference.GuidePage.Block;
import fourfold.core.reference.GuidePage.Span;
import fourfold.ui.kit.Nodes;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One page of the guide as nodes.
final class GuidePane extends VBox {

    private final Consumer<String> follow;

    /// @param follow turns to the page of a topic
    GuidePane(GuidePage page, Consumer<String> follow) {
        this.follow = follow;
        getStyleClass().add("guide-page");
        var title = Nodes.prose(page.title(), "page-title");
        getChildren().add(title);
        page.blocks().forEach(block -> getChildren().add(node(block)));
    }

    private Node node(Block block) {
        return switch (block) {
            case GuidePage.Heading(var level, var text) -> heading(level, text);
            case GuidePage.Paragraph(var spans) -> flow(spans);
            case GuidePage.Listing(var numbered, var items) -> listing(numbered, items);
            case GuidePage.Table(var head, var rows) -> table(head, rows);
        };
    }

    private static Node heading(int level, String text) {
        var heading = Nodes.prose(text, "heading", level == 2 ? "guide-heading" : "guide-subheading");
        heading.setAccessibleRole(AccessibleRole.TEXT);
        return heading;
    }

    private TextFlow flow(List<Span> spans) {
        var flow = new TextFlow();
        flow.getStyleClass().add("guide-text");
        for (var span : spans) flow.getChildren().add(run(span));
        return flow;
    }

    private Node run(Span span) {
        return switch (span) {
            case GuidePage.Plain(var text) -> text(text, "guide-plain");
            case GuidePage.Bold(var text) -> text(text, "guide-plain", "guide-bold");
            case GuidePage.Code(var text) -> text(text, "guide-plain", "guide-code");
            case GuidePage.Link(var text, var topic) -> {
                var link = new Hyperlink(text);
                link.getStyleClass().add("guide-link");
                link.setOnAction(event -> follow.accept(topic));
                yield link;
            }
        };
    }

    private static Text text(String words, String... styles) {
        var text = new Text(words);
        text.getStyleClass().addAll(styles);
        return text;
    }

    private Node listing(boolean numbered, List<List<Span>> items) {
        var box = new VBox();
        box.getStyleClass().add("guide-list");
        for (int i = 0; i < items.size(); i++) {
            var mark = Nodes.label(numbered ? (i + 1) + "." : "•", "guide-mark");
            mark.setMinWidth(USE_PREF_SIZE);
            var flow = flow(items.get(i));
            HBox.setHgrow(flow, Priority.ALWAYS);
            var row = new HBox(mark, flow);
            row.getStyleClass().add("guide-item");
            box.getChildren().add(row);
        }
        return box;
    }

    private Node table(List<String> head, List<List<List<Span>>> rows) {
        var grid = new GridPane();
        grid.getStyleClass().add("guide-table");
        for (int i = 0; i < head.size(); i++) {
            var column = new ColumnConstraints();
            // a table of two columns is a list of words and what they mean
            column.setPercentWidth(head.size() == 2 ? (i == 0 ? 34 : 66) : 100.0 / head.size());
            grid.getColumnConstraints().add(column);
            grid.add(cell(Nodes.prose(head.get(i), "heading")), i, 0);
        }
        for (int row = 0; row < rows.size(); row++)
            for (int i = 0; i < head.size(); i++) grid.add(cell(flow(rows.get(row).get(i))), i, row + 1);
        return grid;
    }

    private static Node cell(Node content) {
        var cell = new VBox(content);
        cell.getStyleClass().add("guide-cell");
        return cell;
    }
}
