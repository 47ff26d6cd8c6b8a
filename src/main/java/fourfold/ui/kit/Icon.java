package fourfold.ui.kit;

import java.util.regex.Pattern;
import javafx.beans.value.ChangeListener;
import javafx.scene.AccessibleRole;
import org.kordamp.ikonli.javafx.FontIcon;

/// An icon that only repeats what the words beside it say, a little larger than the text, whatever the text size. An
/// em in a style sheet would not do: an icon's own size is its font's size, and the two feed each other.
public final class Icon extends FontIcon {

    private static final double EMS = 1.2;
    /// The icon's own style names its font as well, which has to stay.
    private static final Pattern SIZE = Pattern.compile("-fx-icon-size:[^;]*;?");

    private final ChangeListener<String> follow = (source, before, now) -> fit();

    /// @param code an Ikonli code as in "fth-plus"
    public Icon(String code) {
        super(code);
        setAccessibleRole(AccessibleRole.NODE);
        sceneProperty().addListener((source, before, now) -> {
            if (before != null) {
                before.getRoot().styleProperty().removeListener(follow);
            }
            if (now != null) {
                now.getRoot().styleProperty().addListener(follow);
                fit();
            }
        });
        fit();
    }

    private void fit() {
        var others = getStyle() == null ? "" : SIZE.matcher(getStyle()).replaceAll("").strip();
        var gap = others.isEmpty() || others.endsWith(";") ? "" : ";";
        setStyle(others + gap + "-fx-icon-size: " + Math.round(TextSize.of(this) * EMS) + "px;");
    }
}
