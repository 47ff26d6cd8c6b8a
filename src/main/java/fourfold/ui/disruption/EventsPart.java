package fourfold.ui.disruption;

import fourfold.ui.kit.Command;
import java.util.List;
import javafx.scene.Node;

/// A part of another screen that shows events.
///
/// @param commands what can be done there
/// @param close called once when the person goes away
public record EventsPart(Node node, List<Command> commands, Runnable close) {

    public EventsPart {
        commands = List.copyOf(commands);
    }
}
