package fourfold.ui.shell;

import fourfold.core.kernel.Marking;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Nodes;
import fourfold.ui.place.Navigator;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The protective marking, always on top, with whose desk this is and the way to lock it.
final class MarkingBar extends HBox {

    private @Nullable Button button;

    MarkingBar(Standing standing, Command lock, Navigator navigator) {
        getStyleClass().add("marking-bar");
        var marking = Nodes.label(standing.marking().map(Marking::label), "marking");
        marking.setMinWidth(USE_PREF_SIZE);
        var desk = Nodes.label(standing.desk(), "desk");
        getChildren().addAll(marking, Nodes.spring(), desk);
        navigator.current().subscribe(place -> {
            if (place.isOutside()) getChildren().remove(button);
            else if (!getChildren().contains(button)) getChildren().add(button(lock));
        });
    }

    /// Made when there is first something to lock.
    private Button button(Command lock) {
        var made = button;
        if (made == null) {
            made = Buttons.button(lock);
            made.getStyleClass().add("flat");
            button = made;
        }
        return made;
    }
}
