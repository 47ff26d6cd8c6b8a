package fourfold.ui.shell;

import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Flow;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.Status;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// The lowest line: is my work safe, what has the unit not seen, when was history last anchored. What was just done
/// stands there for a while, with its undo.
final class StatusLine extends HBox {

    private static final Duration READING_TIME = Duration.seconds(8);

    private final HBox said = new HBox();
    private final HBox unfinished = new HBox();
    private final PauseTransition fade = new PauseTransition(READING_TIME);

    StatusLine(Standing standing, Status status, Sheets sheets, Command help, Command keys) {
        getStyleClass().add("status-line");
        said.getStyleClass().add("said");
        unfinished.getStyleClass().add("row");
        var parts = new Flow(
                part(Nodes.label(standing.saved()), "fth-check"),
                part(Nodes.label(standing.unseen()), "fth-upload"),
                part(Nodes.label(standing.anchored()), "fth-anchor"),
                unfinished,
                said);
        parts.getStyleClass().add("status-parts");
        HBox.setHgrow(parts, Priority.ALWAYS);
        getChildren().addAll(parts, Buttons.link(help), Buttons.link(keys));
        Nodes.showWhen(said, javafx.beans.binding.Bindings.isNotEmpty(said.getChildren()));
        Nodes.showWhen(unfinished, javafx.beans.binding.Bindings.isNotEmpty(unfinished.getChildren()));
        fade.setOnFinished(event -> said.getChildren().clear());
        status.message().subscribe(this::say);
        sheets.unfinished().addListener((InvalidationListener) changed -> listUnfinished(sheets));
    }

    private static Node part(javafx.scene.control.Label label, String icon) {
        label.setGraphic(Nodes.icon(icon));
        return Nodes.showWhen(label, label.textProperty().isNotEmpty());
    }

    private void say(Status.@org.jspecify.annotations.Nullable Message message) {
        if (message == null) {
            said.getChildren().clear();
            return;
        }
        var words = Nodes.label(message.text(), "said-words");
        said.getChildren().setAll(words);
        var action = message.action();
        if (action != null) {
            said.getChildren().add(Buttons.link(action));
        }
        words.notifyAccessibleAttributeChanged(javafx.scene.AccessibleAttribute.TEXT);
        fade.playFromStart();
    }

    private void listUnfinished(Sheets sheets) {
        unfinished.getChildren().clear();
        for (var sheet : sheets.unfinished()) {
            var link = new Hyperlink("Unfinished: " + sheet.title());
            link.setOnAction(event -> sheets.reopen(sheet));
            unfinished.getChildren().add(link);
        }
    }
}
