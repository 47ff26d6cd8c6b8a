package fourfold.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// Nodes side by side that go on to the next line where there is no room. Unlike its parent it wants to be as wide as
/// all of them on one line, so that it takes one line wherever that fits.
public class Flow extends FlowPane {

    public Flow(Node... nodes) {
        super(nodes);
    }

    @Override
    protected double computePrefWidth(double height) {
        var insets = getInsets();
        double width = insets.getLeft() + insets.getRight() - getHgap();
        for (var node : getManagedChildren()) {
            width += snapSizeX(node.prefWidth(-1)) + getHgap();
        }
        return Math.max(0, width);
    }
}
