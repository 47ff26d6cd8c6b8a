package fourfold.ui.shell;

import fourfold.ui.kit.Nodes;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The narrow list of places at the left, with names, and counts only where something waits.
public final class Rail extends ScrollPane {

    /// One line of it.
    ///
    /// @param icon an Ikonli code
    /// @param waiting how many things wait there; nothing shows at 0
    /// @param holds whether a place belongs under this line
    public record Line(
            String name, String icon, Place place, ObservableValue<? extends Number> waiting, Predicate<Place> holds) {}

    public Rail(List<Line> lines, Navigator navigator) {
        var box = new VBox();
        box.getStyleClass().add("rail-lines");
        lines.forEach(line -> box.getChildren().add(button(line, navigator)));
        getStyleClass().add("rail");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setAccessibleText("Places");
    }

    private static Node button(Line line, Navigator navigator) {
        var name = Nodes.label(line.name(), "rail-name");
        name.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var count = Nodes.label("", "rail-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty().bind(line.waiting().map(waiting -> Integer.toString(waiting.intValue())));
        Nodes.showWhen(count, line.waiting().map(waiting -> waiting.intValue() > 0));
        var content = new HBox(Nodes.icon(line.icon()), name, count);
        content.getStyleClass().add("rail-content");
        var button = new Button();
        button.setGraphic(content);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("rail-line");
        button.setAccessibleRole(AccessibleRole.BUTTON);
        button.setOnAction(event -> navigator.go(line.place()));
        line.waiting().subscribe(waiting -> button.setAccessibleText(
                waiting.intValue() > 0 ? line.name() + ", " + waiting.intValue() + " waiting" : line.name()));
        navigator.current().subscribe(place -> {
            boolean here = line.holds().test(place);
            Nodes.state(button, "here", here);
            button.setAccessibleHelp(here ? "You are here" : "");
        });
        return button;
    }
}
