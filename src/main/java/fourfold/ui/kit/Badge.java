package fourfold.ui.kit;

import javafx.scene.control.Label;

/// A word or two that mark a record: its state, a warning. The words say it; the colour only helps the eye.
public final class Badge extends Label {

    /// How loud it is.
    public enum Tone {
        QUIET,
        ACCENT,
        DONE,
        WARNING,
        DANGER
    }

    public Badge(String text, Tone tone) {
        super(text);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("badge", tone.name().toLowerCase(java.util.Locale.ROOT));
    }
}
