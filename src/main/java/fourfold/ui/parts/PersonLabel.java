package fourfold.ui.parts;

import javafx.scene.control.Label;

/// A person with what they are here, as in "LRO 014 · Derbyshire North". Nobody shows as a quiet "nobody yet".
public final class PersonLabel extends Label {

    public PersonLabel(String name, String where) {
        super(name.isBlank() ? "nobody yet" : where.isBlank() ? name : name + " · " + where);
        getStyleClass().add(name.isBlank() ? "muted" : "person");
    }
}
