package fourfold.ui.kit;

import fourfold.core.kernel.Problem;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What stands in the way of a page's last act, and what can be done about it. Nothing is there when nothing does.
public final class ProblemBar extends VBox {

    private final ViewModel model;

    private ProblemBar(ViewModel model) {
        this.model = model;
        getStyleClass().add("problem-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        model.problem().subscribe(this::show);
    }

    /// The bar of a screen.
    public static ProblemBar of(ViewModel model) {
        return new ProblemBar(model);
    }

    private void show(@Nullable Problem problem) {
        getStyleClass().removeAll("danger", "warning", "accent");
        setVisible(problem != null);
        if (problem == null) {
            getChildren().clear();
            return;
        }
        setAccessibleText(problem.sentence());
        switch (problem) {
            case Problem.Invalid(var flaws) -> fill("danger", "fth-alert-circle", flaws(flaws));
            case Problem.NotAllowed(var sentence) -> fill("warning", "fth-lock", sentence(sentence), dismiss());
            case Problem.NotNow(var sentence) -> fill("warning", "fth-clock", sentence(sentence), dismiss());
            case Problem.Gone(var sentence) -> fill("warning", "fth-slash", sentence(sentence), dismiss());
            case Problem.Damaged(var sentence) -> fill("danger", "fth-alert-octagon", sentence(sentence), dismiss());
            case Problem.NeedsReason(var rule, var sentence) -> fill("accent", "fth-edit-3", reason(sentence));
            case Problem.Conflict conflict -> fill("warning", "fth-users", conflict(conflict.sentence()));
        }
    }

    private void fill(String tone, String icon, Node... content) {
        getStyleClass().add(tone);
        var row = new HBox(Nodes.icon(icon));
        row.getStyleClass().add("row");
        row.getChildren().addAll(content);
        getChildren().setAll(row);
    }

    private static Node sentence(String sentence) {
        var box = new VBox(Nodes.prose(sentence));
        box.getStyleClass().add("problem-words");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node dismiss() {
        var close = Buttons.icon(Command.of("problem.dismiss", "Dismiss", model::dismissProblem).icon("fth-x"));
        close.getStyleClass().add("flat");
        return close;
    }

    private Node flaws(List<Problem.Flaw> flaws) {
        var lines = new VBox();
        lines.getStyleClass().add("tight-column");
        if (flaws.size() > 1) {
            lines.getChildren().add(Nodes.prose(flaws.size() + " things to put right:"));
        }
        for (var flaw : flaws) {
            var link = new Hyperlink(flaw.sentence());
            link.setWrapText(true);
            link.setMinHeight(USE_PREF_SIZE);
            link.setAccessibleHelp("Goes to the field");
            link.setOnAction(event -> model.attend(flaw.field()));
            lines.getChildren().add(link);
        }
        HBox.setHgrow(lines, Priority.ALWAYS);
        return lines;
    }

    private Node reason(String sentence) {
        var text = new TextField();
        text.setId("problem-reason");
        text.setAccessibleText("Reason");
        text.setPromptText("The reason is kept with what you do");
        HBox.setHgrow(text, Priority.ALWAYS);
        var give = Buttons.primary(Command.of("problem.reason", "Go on with this reason", () -> model.giveReason(text.getText()))
                .when(text.textProperty().map(typed -> !typed.isBlank()), "Write the reason first."));
        text.setOnAction(event -> model.giveReason(text.getText()));
        var entry = new HBox(text, give, dismiss());
        entry.getStyleClass().add("row");
        var box = new VBox(Nodes.prose(sentence), entry);
        box.getStyleClass().add("tight-column");
        HBox.setHgrow(box, Priority.ALWAYS);
        Nodes.focus(text);
        return box;
    }

    private Node conflict(String sentence) {
        var theirs = Command.of("problem.theirs", "Show theirs", model::showTheirs);
        var mine = Command.of("problem.mine", "Keep mine to re-apply", model::keepMine);
        var box = new VBox(Nodes.prose(sentence), Buttons.row(List.of(theirs, mine)));
        box.getStyleClass().add("tight-column");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}
