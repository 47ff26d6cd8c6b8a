package fourfold.ui.kit;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;

/// A cell that shows a node; its text is for the screen reader and for copying.
final class NodeCell<R> extends TableCell<R, String> {

    private final Function<R, Node> node;

    NodeCell(Function<R, Node> node) {
        this.node = node;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        var row = getTableRow() == null ? null : getTableRow().getItem();
        setText(empty ? null : text);
        setGraphic(empty || row == null ? null : node.apply(row));
    }
}
