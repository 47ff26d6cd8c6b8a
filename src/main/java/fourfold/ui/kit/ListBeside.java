package fourfold.ui.kit;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A list at the left and what is chosen of it at the right, or where there is no room for both, below it; while there is
/// nothing to choose from, what is said of that.
public final class ListBeside {

    /// The least width of the list and of what is chosen, in ems of the text.
    private static final double LEAST = 26;

    private ListBeside() {}

    /// Both.
    ///
    /// @param empty what stands there while there is nothing
    /// @param any whether there is anything
    public static Node of(Region list, Node chosen, Node empty, ObservableValue<Boolean> any) {
        var both = new Abreast(LEAST, List.of(list, Scrolled.down(chosen, "settle-scroll")));
        both.getStyleClass().add("settle");
        var pane = new StackPane(Nodes.showWhen(both, any), Nodes.showWhen(empty, any.map(yes -> !yes)));
        pane.setAlignment(Pos.TOP_LEFT);
        return pane;
    }
}
