package fourfold.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// A list of facts: a quiet label at the left, its value at the right.
public final class Facts extends GridPane {

    public Facts() {
        getStyleClass().add("facts");
        var labels = new ColumnConstraints();
        labels.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(labels, values);
    }

    /// Adds a fact; an empty value shows as a quiet "not known".
    public Facts add(String label, String value) {
        var shown = Nodes.prose(value.isBlank() ? "not known" : value);
        if (value.isBlank()) {
            shown.getStyleClass().add("muted");
        }
        return add(label, shown);
    }

    /// Adds a fact whose value is a node.
    public Facts add(String label, Node value) {
        var name = new Label(label);
        name.getStyleClass().add("muted");
        name.setLabelFor(value);
        addRow(getRowCount(), name, value);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        return this;
    }
}
