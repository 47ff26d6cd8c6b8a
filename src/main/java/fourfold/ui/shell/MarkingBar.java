package fourfold.ui.shell;

import fourfold.core.kernel.Marking;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Nodes;
import fourfold.ui.place.Navigator;
import javafx.scene.layout.HBox;

/// The protective marking, always on top, with whose desk this is and the way to lock it.
final class MarkingBar extends HBox {

    MarkingBar(Standing standing, Command lock, Navigator navigator) {
        getStyleClass().add("marking-bar");
        var marking = Nodes.label(standing.marking().map(Marking::label), "marking");
        marking.setMinWidth(USE_PREF_SIZE);
        var desk = Nodes.label(standing.desk(), "desk");
        var button = Buttons.button(lock);
        button.getStyleClass().add("flat");
        Nodes.showWhen(button, navigator.current().map(place -> !place.isOutside()));
        getChildren().addAll(marking, Nodes.spring(), desk, button);
    }
}
