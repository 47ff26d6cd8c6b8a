package fourfold.ui.figures;

import fourfold.core.figures.Figures;
import fourfold.core.figures.FrozenTable;
import fourfold.desk.FreezeDesk.Frozen;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.ListBeside;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The frozen figures at the left; at the right the chosen ones, as they are stored.
final class FrozenView {

    private FrozenView() {}

    static Page of(FrozenViewModel model) {
        var empty = Nodes.column(
                Nodes.prose("Nothing is frozen yet."),
                Nodes.prose(
                        "Press Freeze these figures on the page Figures: what you report is then kept as it was counted, with its"
                                + " filters, its rules and its moment, under a hash.",
                        "muted"));
        var pane = ListBeside.of(list(model), chosen(model), empty, Bindings.isNotEmpty(model.lines));
        return Page.untitled().following(model).content(QueryPane.around(model.read, pane));
    }

    private static TableView<Frozen> list(FrozenViewModel model) {
        return Columns.<Frozen>of("Frozen figures")
                .text("Name", 14, Frozen::name)
                .text("Frozen", 11, model::moment)
                .whereThereIsRoom(1)
                .keyed(Frozen::name)
                .opens(one -> model.verify.run())
                .choosing(model.chosen)
                .rows(model.lines);
    }

    private static Node chosen(FrozenViewModel model) {
        var box = new VBox();
        box.getStyleClass().addAll("column", "settle-answer");
        model.table.subscribe(table -> box.getChildren().setAll(table == null ? List.of() : shown(model, table)));
        return box;
    }

    private static List<Node> shown(FrozenViewModel model, FrozenTable frozen) {
        var one = model.chosen.get();
        if (one == null) return List.of();
        var verdict = Nodes.prose("", "settle-bar");
        verdict.textProperty().bind(model.verdict);
        var head = new VBox(
                Nodes.prose(one.name(), "heading"),
                Nodes.prose(String.format(Locale.UK, "%,d %s. %s.", frozen.total(), frozen.unit(), frozen.title())),
                Nodes.prose(frozen.reading(), "muted"));
        head.getStyleClass().add("tight-column");
        var facts = new Facts().add("Frozen", model.when(one));
        frozen.facts().forEach(facts::add);
        facts.add("SHA-256", one.hash());
        var notes = new VBox();
        frozen.notes().forEach(note -> notes.getChildren().add(Nodes.prose(note, "muted")));
        notes.getStyleClass().add("tight-column");
        return List.of(
                head,
                Buttons.row(List.of(model.verify, model.saving.command())),
                Nodes.showWhen(verdict, model.verdict.isNotEmpty()),
                table(model, frozen),
                notes,
                facts);
    }

    private static TableView<Figures.Row> table(FrozenViewModel model, FrozenTable frozen) {
        var columns = Columns.<Figures.Row>of("Figures");
        for (int i = 0; i < frozen.labels().size(); i++) {
            int at = i;
            columns.text(frozen.labels().get(at), 9, row -> FiguresViewModel.Line.said(row.values().get(at)));
        }
        if (frozen.labels().isEmpty()) columns.text("What", 9, row -> "All");
        columns.number("Count", 5, Figures.Row::count)
                .number("Of", 5, Figures.Row::of)
                .whereThereIsRoom(1)
                .number("%", 4, row -> row.percent().orElse(null));
        if (frozen.rows().stream().anyMatch(row -> row.rate().isPresent()))
            columns.text("Per 1,000", 6, row -> row.rate().orElse("")).whereThereIsRoom(2);
        var table = columns.keyed(Figures.Row::values)
                .savedBy(model.saving, row -> List.of())
                .empty("Nothing was counted.")
                .rows(FXCollections.observableArrayList(frozen.rows()));
        table.getStyleClass().add("frozen-table");
        return table;
    }
}
