package fourfold.ui.kit;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Shows that an [Asker] waits: nothing for a tenth of a second, then a thin line, after two seconds also what is being
/// done, how far it is, and a stop. Most never wait that long, so each part is made when it is to be seen.
public final class BusyLine extends VBox {

    /// What is quicker than this shows nothing.
    public static final Duration QUIET = Duration.millis(100);
    /// What is slower than this says what it does.
    public static final Duration LONG = Duration.seconds(2);

    public BusyLine(Asker asker) {
        getStyleClass().add("busy");
        var soon = after(QUIET, () -> getChildren().setAll(line(asker)));
        var later = after(LONG, () -> getChildren().add(more(asker)));
        asker.working().subscribe(working -> {
            if (working) {
                soon.playFromStart();
                later.playFromStart();
            } else {
                soon.stop();
                later.stop();
                getChildren().clear();
            }
        });
    }

    private static Node line(Asker asker) {
        var line = new ProgressBar();
        line.getStyleClass().add("busy-line");
        line.setMaxWidth(Double.MAX_VALUE);
        line.progressProperty().bind(asker.part());
        line.setAccessibleText("Working");
        return line;
    }

    private static Node more(Asker asker) {
        var words = Nodes.label(asker.note(), "muted");
        var stop = new Button("Stop");
        stop.setOnAction(event -> asker.stop());
        Nodes.showWhen(stop, asker.stoppable());
        var more = new HBox(words, Nodes.spring(), stop);
        HBox.setHgrow(words, Priority.SOMETIMES);
        more.getStyleClass().addAll("row", "busy-more");
        more.setAccessibleRole(AccessibleRole.TEXT);
        return more;
    }

    private static PauseTransition after(Duration time, Runnable step) {
        var pause = new PauseTransition(time);
        pause.setOnFinished(event -> step.run());
        return pause;
    }
}
