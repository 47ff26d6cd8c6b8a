package fourfold.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// Panes side by side that share the width. Where there is no room for all, as with very large text, they go on in a
/// second line, half and half, or stand one under another.
public final class Abreast extends GridPane {

    private final List<? extends Node> panes;
    private final double least;
    private int now;

    /// @param least the least width of a pane, in ems of the text
    public Abreast(double least, List<? extends Node> panes) {
        this.panes = List.copyOf(panes);
        this.least = least;
        setMinWidth(0);
        arrange(panes.size());
        widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private void fit(double width) {
        if (width <= 0) {
            return;
        }
        double room = width / (TextSize.of(this) * least);
        int all = panes.size();
        arrange(room >= all ? all : room >= 2 && all % 2 == 0 ? all / 2 : 1);
    }

    private void arrange(int across) {
        if (across == now) {
            return;
        }
        now = across;
        getColumnConstraints().clear();
        getRowConstraints().clear();
        getChildren().clear();
        for (int i = 0; i < across; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / across);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < panes.size(); i++) {
            if (i % across == 0) {
                var row = new RowConstraints();
                row.setVgrow(Priority.ALWAYS);
                getRowConstraints().add(row);
            }
            add(panes.get(i), i % across, i / across);
        }
    }
}
