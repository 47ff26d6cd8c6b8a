package fourfold.ui.parts;

import fourfold.core.kernel.P;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Four small marks in one line, with the actions and events of each P: "Pu 3·12". An empty P is an outline.
public final class PStrip extends HBox {

    /// Marks of up to so many letters have one width, so that they stand under each other.
    private static final int SHORT = 7;

    /// @param actions how many actions each P has
    /// @param events how many disruptions each P has
    public PStrip(Map<P, Integer> actions, Map<P, Integer> events) {
        getStyleClass().add("p-strip");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(words(actions, events));
        for (var p : P.values()) {
            int tasks = actions.getOrDefault(p, 0);
            int counted = events.getOrDefault(p, 0);
            var mark = new Label(PMark.letters(p) + " " + tasks + "·" + counted);
            mark.setMinWidth(USE_PREF_SIZE);
            mark.getStyleClass().addAll("p-count", PMark.style(p));
            if (mark.getText().length() > SHORT) {
                mark.getStyleClass().add("p-wide");
            }
            if (tasks == 0 && counted == 0) {
                mark.getStyleClass().add("p-empty");
            }
            getChildren().add(mark);
        }
    }

    /// The same in words, for reading aloud and for copying.
    public static String words(Map<P, Integer> actions, Map<P, Integer> events) {
        var text = new StringBuilder();
        for (var p : P.values()) {
            text.append(text.isEmpty() ? "" : ", ").append(p.label()).append(' ')
                    .append(actions.getOrDefault(p, 0)).append(" actions ")
                    .append(events.getOrDefault(p, 0)).append(" events");
        }
        return text.toString();
    }
}
