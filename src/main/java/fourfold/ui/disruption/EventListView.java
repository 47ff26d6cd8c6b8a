package fourfold.ui.disruption;

import fourfold.desk.EventFile;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Ends;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.kit.Scrolled;
import fourfold.ui.kit.SideSheet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

/// The table of events with the reading pane beside it.
final class EventListView {

    /// How much of the width the table has at first.
    private static final double SHARE = 0.73;
    /// Below this width, in ems of the text, there is no room for a reading pane.
    private static final double ROOM = 60;

    private EventListView() {}

    static Page of(EventListViewModel model) {
        var bar = new FilterBar(model.filter, "events", FilterBar.conditions("Add a filter: P, category, unit", model.conditions), Buttons.link(model.period));
        var table = EventTable.wide("Events")
                .opens(model::open)
                .savedBy(model.saving, line -> List.of(line.event().id().value()))
                .remembering(model.memory())
                .searchedBy(bar)
                .empty("No event matches. Take a filter away, or press Ctrl+Shift+D to record one.")
                .rows(model.shown);
        model.selected.bind(table.getSelectionModel().selectedItemProperty());
        var list = new BorderPane(table);
        list.setBottom(part(model));
        return Page.untitled()
                .strip(new Ends(bar, Buttons.row(List.of(model.record, model.same))))
                .following(model)
                .content(QueryPane.around(model.events, split(list, reading(model))));
    }

    private static Node part(EventListViewModel model) {
        var row = Nodes.row(Nodes.label(model.partWords(), "muted"), Buttons.link(model.more));
        row.getStyleClass().add("event-part");
        return Nodes.showWhen(row, model.partWords().map(words -> !words.isEmpty()));
    }

    private static Node reading(EventListViewModel model) {
        return scrolling(QueryPane.of(model.reading, file -> file.map(read -> read(read, model))
                .orElseGet(() -> Nodes.prose("Select an event to read it here. Enter opens its file.", "muted"))));
    }

    private static Node read(EventFile file, EventListViewModel model) {
        return EventFacts.of(file, model.go());
    }

    static ScrollPane scrolling(Node node) {
        return Scrolled.down(node, "event-reading");
    }

    /// A list with what is read beside it. Where a large text leaves no room for both, the list has it all.
    private static Node split(Node list, Node reading) {
        var split = new SplitPane(list, reading);
        split.getStyleClass().add("event-split");
        split.setDividerPositions(SHARE);
        SplitPane.setResizableWithParent(reading, false);
        var measure = new Label();
        split.widthProperty().subscribe(width -> {
            boolean room = width.doubleValue() > ROOM * em(split, measure);
            if (room && split.getItems().size() == 1) {
                split.getItems().add(reading);
                split.setDividerPositions(SHARE);
            } else if (!room && width.doubleValue() > 0) {
                split.getItems().remove(reading);
            }
        });
        return split;
    }

    private static double em(SplitPane split, Label measure) {
        return split.lookup(".label") instanceof Label label ? label.getFont().getSize() : measure.getFont().getSize();
    }

    /// The sheet in which two days are chosen.
    static SideSheet period(EventListViewModel model) {
        return new SideSheet(
                        "events.period",
                        "Choose a period",
                        Form.of(Form.beside(Form.date(model.from, model::today), Form.date(model.to, model::today))),
                        () -> false)
                .following(model)
                .buttons(model.takePeriod, List.of());
    }
}
