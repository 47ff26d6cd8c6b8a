package fourfold.ui.shell;

import fourfold.core.kernel.Marking;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the frame says at any time: the marking of what is open, whose desk it is, and the three answers of the status
/// line.
public final class Standing {

    private final ObjectProperty<Marking> marking =
            new SimpleObjectProperty<>(this, "marking", Marking.OFFICIAL_SENSITIVE);
    private final StringProperty desk = new SimpleStringProperty(this, "desk", "");
    private final StringProperty saved = new SimpleStringProperty(this, "saved", "");
    private final StringProperty unseen = new SimpleStringProperty(this, "unseen", "");
    private final StringProperty warning = new SimpleStringProperty(this, "warning", "");
    private final StringProperty anchored = new SimpleStringProperty(this, "anchored", "");

    /// The protective marking.
    public ObjectProperty<Marking> marking() {
        return marking;
    }

    /// Who and where, as in "Derbyshire · North · LRO 014".
    public StringProperty desk() {
        return desk;
    }

    /// Is my work safe, as in "Saved 14:02".
    public StringProperty saved() {
        return saved;
    }

    /// What the unit has not seen, as in "3 changes since package 14".
    public StringProperty unseen() {
        return unseen;
    }

    /// What everybody has to know at every place, as that the disk is nearly full; empty where there is nothing.
    public StringProperty warning() {
        return warning;
    }

    /// When history was last anchored, as in "last anchored 2 days ago".
    public StringProperty anchored() {
        return anchored;
    }
}
