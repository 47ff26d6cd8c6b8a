package fourfold.ui.parts;

import fourfold.ui.kit.Command;
import fourfold.ui.place.Place;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What a place looks like, and what the frame must know of it.
///
/// @param title what the place is called, last in the breadcrumb; it may change while the screen reads
/// @param above the places that it lies under, first the outermost
/// @param commands what can be done here
/// @param topic where the guide opens on F1, or empty
/// @param leave called once when the person goes away
public record Screen(
        ObservableValue<String> title,
        List<Crumb> above,
        Node node,
        List<Command> commands,
        String topic,
        Runnable leave) {

    /// One step of the breadcrumb.
    ///
    /// @param place where a press on it leads, or null where there is nothing to see
    public record Crumb(String words, @Nullable Place place) {}

    public Screen {
        above = List.copyOf(above);
        commands = List.copyOf(commands);
    }

    /// A screen with a fixed title, at the top of its branch.
    public static Screen of(String title, Node node) {
        return new Screen(
                new ReadOnlyStringWrapper(title).getReadOnlyProperty(), List.of(), node, List.of(), "", () -> {});
    }

    /// The same screen whose title follows a value.
    public Screen titled(ObservableValue<String> changing) {
        return new Screen(changing, above, node, commands, topic, leave);
    }

    /// The same screen, under another place.
    public Screen under(String words, Place place) {
        var longer = new java.util.ArrayList<>(above);
        longer.add(new Crumb(words, place));
        return new Screen(title, longer, node, commands, topic, leave);
    }

    /// The same screen with commands.
    public Screen with(List<Command> all) {
        return new Screen(title, above, node, all, topic, leave);
    }

    /// The same screen with its topic in the guide.
    public Screen helped(String guideTopic) {
        return new Screen(title, above, node, commands, guideTopic, leave);
    }

    /// The same screen with something to close when the person goes away, usually its view-model.
    public Screen closing(Runnable step) {
        return new Screen(title, above, node, commands, topic, step);
    }
}
