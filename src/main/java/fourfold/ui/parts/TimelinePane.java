package fourfold.ui.parts;

import fourfold.desk.HistoryDesk;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Diff;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.kit.Scrolled;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The entries of a record's timeline, newest first, and beside them what the chosen one changed, or two versions side by
/// side.
public final class TimelinePane {

    private static final int FEW = 3;
    /// Below this width, in ems of the text, what changed stands below the entries instead of beside them.
    private static final double NARROW = 56;

    private final TimelineViewModel model;

    private TimelinePane(TimelineViewModel model) {
        this.model = model;
    }

    /// The pane of a timeline.
    public static Node of(TimelineViewModel model) {
        return new TimelinePane(model).node();
    }

    private Node node() {
        var detail = new StackPane();
        detail.getStyleClass().add("timeline-detail");
        model.chosen().subscribe(some -> detail.getChildren().setAll(detail(some)));
        var scroll = Scrolled.down(detail, "timeline-reading");
        var split = new SplitPane(table(), scroll);
        split.getStyleClass().addAll("reading-split", "timeline");
        split.widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() < NARROW * Columns.em(split);
            split.setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
            split.setDividerPositions(0.5);
        });
        return QueryPane.around(model.steps, split);
    }

    private Node table() {
        var table = Columns.<HistoryDesk.Step>of("Timeline")
                .sorted("When", 14.5, HistoryDesk.Step::at, step -> Dates.moment(step.at(), model.zone()))
                .text("What", 9.5, HistoryDesk.Step::words)
                .text("Who", 6.5, HistoryDesk.Step::user)
                .whereThereIsRoom(1)
                .text("Fields", 14, TimelinePane::fields)
                .whereThereIsRoom(2)
                .text("Why", 14, HistoryDesk.Step::reason)
                .whereThereIsRoom(3)
                .keyed(HistoryDesk.Step::position)
                .empty("Nothing has happened to this record yet.")
                .rows(model.shown);
        var chosen = table.getSelectionModel().getSelectedItems();
        chosen.addListener((ListChangeListener<HistoryDesk.Step>) change -> model.choose(
                chosen.stream().filter(java.util.Objects::nonNull).toList()));
        if (!model.shown.isEmpty()) table.getSelectionModel().select(0);
        model.shown.addListener((ListChangeListener<HistoryDesk.Step>) change -> {
            if (table.getSelectionModel().isEmpty() && !model.shown.isEmpty()) table.getSelectionModel().select(0);
        });
        return table;
    }

    private static String fields(HistoryDesk.Step step) {
        var names = step.changes().stream().map(HistoryDesk.FieldChange::field).limit(FEW).collect(Collectors.joining(", "));
        int more = step.changes().size() - FEW;
        return more > 0 ? names + " and " + more + " more" : names;
    }

    private Node detail(List<HistoryDesk.Step> some) {
        if (some.isEmpty()) return Nodes.prose("Select an entry to see what it changed.", "muted");
        return some.size() == 1
                ? one(some.getFirst())
                : QueryPane.of(model.comparison, found -> found.<Node>map(this::both).orElseGet(() -> new VBox()));
    }

    private Node one(HistoryDesk.Step step) {
        var head = new VBox(
                Nodes.prose(step.words(), "heading"),
                Nodes.prose(Dates.moment(step.at(), model.zone()) + " · " + step.user() + ", " + step.agency(), "muted"));
        if (!step.reason().isBlank()) head.getChildren().add(Nodes.prose("Why: " + step.reason()));
        head.getStyleClass().add("tight-column");
        return Nodes.column(
                head,
                new Diff(step.changes().stream()
                        .map(change -> new Diff.Change(change.field(), change.before(), change.after()))
                        .toList()),
                Nodes.prose("Shift+Down selects more entries, and compares the oldest of them with the newest.", "muted", "small"));
    }

    private Node both(TimelineViewModel.Comparison found) {
        var grid = new GridPane();
        grid.getStyleClass().add("versions");
        for (int share : new int[] {24, 38, 38}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, Nodes.prose("Field", "field-label"), when(found.earlier()), when(found.later()));
        for (var change : found.changes()) {
            grid.addRow(
                    grid.getRowCount(),
                    Nodes.prose(change.field(), "muted"),
                    value(change.before(), "diff-old"),
                    value(change.after(), "diff-new"));
        }
        var box = Nodes.column(Nodes.prose("Two versions side by side", "heading"), grid);
        if (found.changes().isEmpty()) box.getChildren().add(Nodes.prose("The two versions say the same.", "muted"));
        return box;
    }

    private Node when(HistoryDesk.Step step) {
        return Nodes.prose("After " + Dates.moment(step.at(), model.zone()), "field-label");
    }

    private static Node value(String text, String style) {
        return text.isBlank() ? Nodes.prose("empty", "muted") : Nodes.prose(text, style);
    }
}
