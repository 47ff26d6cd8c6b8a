package fourfold.ui.plan;

import fourfold.core.kernel.P;
import fourfold.core.plan.PlanRules;
import fourfold.desk.PlanBoard;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Ends;
import fourfold.ui.kit.Meter;
import fourfold.ui.kit.Nodes;
import fourfold.ui.parts.PMark;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The foot of the board: actions and events per P side by side, and what stands between the plan and its reviewer, each
/// line leading to where it is settled.
final class FootView extends StackPane {

    FootView(PlanBoardViewModel model, PlanBoard board) {
        var balance = new GridPane();
        balance.getStyleClass().add("balance");
        var words = new ColumnConstraints();
        words.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        balance.getColumnConstraints().addAll(words, new ColumnConstraints());
        line(balance, 0, "Actions", board.actionCounts());
        line(balance, 1, "Events", board.eventCounts());
        var missing = missing(model, board.missing());
        getChildren().add(new Ends(balance, missing));
    }

    private static void line(GridPane grid, int row, String what, Map<P, Long> counts) {
        var meter = Meter.balance(what, Arrays.stream(P.values())
                .map(p -> new Meter.Part(p.label(), PMark.letters(p), PMark.style(p), counts.getOrDefault(p, 0L).intValue()))
                .toList());
        grid.addRow(row, Nodes.label(what, "muted"), meter);
    }

    private static VBox missing(PlanBoardViewModel model, List<PlanRules.Missing> missing) {
        var box = new VBox();
        box.getStyleClass().add("missing");
        var words = Nodes.label(
                missing.isEmpty()
                        ? "To submit: nothing is missing."
                        : missing.size() == 1 ? "To submit: 1 thing is missing." : "To submit: " + missing.size() + " things are missing.",
                missing.isEmpty() ? "muted" : "missing-count");
        words.setMinWidth(USE_PREF_SIZE);
        box.getChildren().add(Nodes.flow(words, Buttons.primary(model.submit)));
        for (var one : missing) {
            var link = new Hyperlink(one.sentence());
            link.setWrapText(true);
            link.setMinHeight(USE_PREF_SIZE);
            link.setAccessibleHelp("Goes to where it is settled");
            link.setOnAction(event -> model.attend(one.field()));
            box.getChildren().add(link);
        }
        return box;
    }
}
