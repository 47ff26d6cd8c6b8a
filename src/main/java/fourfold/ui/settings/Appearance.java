package fourfold.ui.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;

/// How the program looks on this computer.
public interface Appearance {

    /// Whether the dark theme is on.
    BooleanProperty dark();

    /// The text size in percent of the normal one.
    IntegerProperty percent();
}
