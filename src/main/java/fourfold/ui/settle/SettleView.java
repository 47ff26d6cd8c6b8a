package fourfold.ui.settle;

import fourfold.ui.kit.Columns;
import fourfold.ui.kit.ListBeside;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.kit.Saving;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// A list of what waits at the left and the answer to the chosen line at the right.
final class SettleView {

    private SettleView() {}

    /// @param second what the second column is called
    static <L extends Lines.Line> TableView<L> table(
            Lines<L> lines, String name, String second, Function<L, String> words, Runnable opens, Saving saving) {
        return Columns.<L>of(name)
                .text("Record", 14, line -> SettleWords.name(line.record()))
                .text(second, 8, words)
                .keyed(Lines.Line::key)
                .opens(line -> opens.run())
                .savedBy(saving, line -> List.of(line.record().record()))
                .choosing(lines.selected())
                .rows(lines.all());
    }

    /// @param empty what stands there when nothing waits
    static <L extends Lines.Line> Node of(Query<List<L>> read, Lines<L> lines, TableView<L> table, Node answer, Node empty) {
        var box = new VBox(answer);
        box.getStyleClass().add("settle-answer");
        return QueryPane.around(read, ListBeside.of(table, box, empty, Bindings.isNotEmpty(lines.all())));
    }

    /// What the answer is about.
    static <L extends Lines.Line> Node about(Lines<L> lines) {
        var about = Nodes.prose("", "heading");
        about.textProperty().bind(lines.selected().map(line -> SettleWords.name(line.record())).orElse(""));
        return about;
    }

    /// A sentence why the person may not answer, in place of the form.
    static Node bar(javafx.beans.value.ObservableValue<String> whyNot) {
        var bar = Nodes.prose("", "settle-bar");
        bar.textProperty().bind(whyNot);
        return Nodes.showWhen(bar, whyNot.map(words -> !words.isEmpty()));
    }
}
