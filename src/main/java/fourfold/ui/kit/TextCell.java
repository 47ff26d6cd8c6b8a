package fourfold.ui.kit;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/// A cell of text. What is cut off can be read in a tooltip.
final class TextCell<R, V> extends TableCell<R, V> {

    private final Function<R, String> text;

    TextCell(Function<R, String> text) {
        this.text = text;
        hoverProperty().subscribe(over -> setTooltip(over && isCut() ? new Tooltip(getText()) : null));
    }

    private boolean isCut() {
        return getText() != null && !getText().isEmpty() && prefWidth(-1) > getWidth() + 0.5;
    }

    @Override
    protected void updateItem(V value, boolean empty) {
        super.updateItem(value, empty);
        var row = getTableRow() == null ? null : getTableRow().getItem();
        setText(empty || row == null ? null : text.apply(row));
    }
}
