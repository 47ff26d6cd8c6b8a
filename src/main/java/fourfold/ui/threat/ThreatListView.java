package fourfold.ui.threat;

import fourfold.desk.ThreatLine;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Ends;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.kit.Scrolled;
import fourfold.ui.parts.PStrip;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;

/// The table of threats with the reading pane beside it.
final class ThreatListView {

    /// How much of the width the table has at first.
    private static final double SHARE = 0.735;

    private ThreatListView() {}

    static Node of(ThreatListViewModel model) {
        var bar = new FilterBar(model.filter, "threats", FilterBar.conditions("Add a filter: tier, agency, LRO", model.conditions));
        var table = table(model, bar);
        var pane = Scrolled.down(QueryPane.of(model.reading, file -> file.<Node>map(found -> ReadingPane.of(found, model))
                .orElseGet(() -> Nodes.prose("Select a threat to read about it here.", "muted"))));
        var split = new SplitPane(table, pane);
        split.getStyleClass().add("reading-split");
        split.setDividerPositions(SHARE);
        SplitPane.setResizableWithParent(pane, false);
        // beside a large text there is no room for both; Enter opens the file all the same
        split.widthProperty().subscribe(width -> {
            boolean room = width.doubleValue() > 52 * Columns.em(table);
            if (room && split.getItems().size() == 1) {
                split.getItems().add(pane);
                split.setDividerPositions(SHARE);
            } else if (!room && width.doubleValue() > 0) {
                split.getItems().remove(pane);
            }
        });
        return Page.untitled()
                .strip(new Ends(bar, Buttons.button(model.create)))
                .following(model)
                .content(QueryPane.around(model.lines, split));
    }

    private static TableView<ThreatLine> table(ThreatListViewModel model, FilterBar bar) {
        var today = model.today();
        var table = Columns.<ThreatLine>of("Threats")
                .text("Ref", 6.5, ThreatLine::ref)
                .text("Name", 9.5, ThreatLine::name)
                .node("Notes", 5.8, line -> String.join(", ", ThreatBadges.words(line)), ThreatBadges::of)
                .whereThereIsRoom(3)
                .text("Kind", 6.5, ThreatWords::shortKind)
                .whereThereIsRoom(5)
                .sorted("Tier", 4.5, line -> line.tier().orElse(null), line -> line.tier().map(tier -> tier.label()).orElse(""))
                .sorted("Silent", 6.3, line -> line.lastActivity().orElse(null), line -> ThreatWords.silent(line, today))
                .node("Actions · events", 18.8, line -> PStrip.words(line.actions(), line.events()), line ->
                        new PStrip(line.actions(), line.events()))
                .whereThereIsRoom(1)
                .text("LRO", 7, line -> ThreatWords.name(line.lro()))
                .whereThereIsRoom(2)
                .sorted("Next review", 9, line -> line.nextReview().orElse(null), line -> line.nextReview()
                        .map(Dates::day)
                        .orElse(""))
                .whereThereIsRoom(4)
                .text("From", 8, ThreatLine::from)
                .whereThereIsRoom(12)
                .text("Agency", 9, ThreatLine::agency)
                .whereThereIsRoom(7)
                .text("Area", 9, ThreatLine::area)
                .whereThereIsRoom(6)
                .keyed(ThreatLine::id)
                .savedBy(model.saving, line -> List.of(line.id().value()))
                .remembering(model.memory())
                .opens(model::open)
                .searchedBy(bar)
                .empty("No threat matches. Take a filter away, or press Ctrl+N for a new threat.")
                .rows(model.shown);
        table.getStyleClass().add("threat-table");
        model.selected().bind(table.getSelectionModel().selectedItemProperty());
        return table;
    }

    /// The line of buttons under what is read.
    static Node buttons(ThreatListViewModel model) {
        return Buttons.of(model.open);
    }
}
