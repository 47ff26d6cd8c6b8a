package fourfold.ui.kit;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What changed in a record, field by field: what went is struck out, what came is underlined, so that it can be read
/// without colours.
public final class Diff extends VBox {

    /// One field that changed.
    ///
    /// @param before what was there, or empty
    /// @param after what is there now, or empty
    public record Change(String label, String before, String after) {

        String spoken() {
            if (before.isEmpty()) {
                return label + ": added " + after;
            }
            return after.isEmpty() ? label + ": removed " + before : label + ": was " + before + ", now " + after;
        }
    }

    private static final int SHORT = 40;

    public Diff(List<Change> changes) {
        getStyleClass().add("diff");
        if (changes.isEmpty()) {
            getChildren().add(Nodes.label("Nothing changed.", "muted"));
        }
        changes.forEach(change -> getChildren().add(line(change)));
    }

    private static Node line(Change change) {
        var flow = new TextFlow();
        flow.getStyleClass().add("diff-text");
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(change.spoken());
        if (change.before().length() < SHORT && change.after().length() < SHORT) {
            addWhole(flow, change);
        } else {
            Words.compare(change.before(), change.after()).forEach(run -> flow.getChildren()
                    .add(text(run.text(), run.fate())));
        }
        var line = new VBox(Nodes.label(change.label(), "field-label"), flow);
        line.getStyleClass().add("diff-line");
        return line;
    }

    private static void addWhole(TextFlow flow, Change change) {
        if (!change.before().isEmpty()) {
            flow.getChildren().add(text(change.before(), Words.Fate.WENT));
        }
        if (!change.before().isEmpty() && !change.after().isEmpty()) {
            flow.getChildren().add(text("  →  ", Words.Fate.STAYED));
        }
        if (!change.after().isEmpty()) {
            flow.getChildren().add(text(change.after(), Words.Fate.CAME));
        }
    }

    private static Text text(String words, Words.Fate fate) {
        var text = new Text(words);
        text.getStyleClass().addAll("diff-" + fate.name().toLowerCase(Locale.ROOT));
        return text;
    }
}
