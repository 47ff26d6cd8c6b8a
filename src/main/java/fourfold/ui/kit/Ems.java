package fourfold.ui.kit;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Widths that grow with the text size, for the few controls whose widths no style sheet can set.
final class Ems {

    private Ems() {}

    /// Gives a column a width in ems of its table's text, again whenever the text size changes.
    static <R> void width(TableView<R> table, TableColumn<R, ?> column, double ems) {
        Nodes.whenInScene(table, scene -> {
            apply(table, column, ems);
            scene.getRoot().styleProperty().subscribe(style -> apply(table, column, ems));
        });
    }

    private static <R> void apply(TableView<R> table, TableColumn<R, ?> column, double ems) {
        double em = TextSize.of(table);
        column.setMinWidth(Math.min(ems, 4) * em);
        column.setPrefWidth(ems * em);
    }
}
