package fourfold.ui.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;

/// How the program looks on this computer.
public interface Appearance {

    /// Whether the dark theme is on.
    BooleanProperty dark();

    /// Whether the theme is that of the computer, whichever it is; `dark` then follows.
    BooleanProperty asSystem();

    /// The text size in percent of the normal one.
    IntegerProperty percent();
}
