package fourfold.ui.kit;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Widths that grow with the text size, for the few controls whose widths no style sheet can set.
final class Ems {

    private static final double SCROLL_BAR = 16;
    /// An average bold letter of a column's title, and the space around and the sort arrow beside it, in ems.
    private static final double LETTER = 0.68;
    private static final double PADDING = 2.2;

    private Ems() {}

    /// Gives a column a width in ems of its table's text, again whenever the text size changes.
    ///
    /// @param then what is done after that
    static <R> void width(TableView<R> table, TableColumn<R, ?> column, double ems, Runnable then) {
        Nodes.whenInScene(table, scene -> scene.getRoot().styleProperty().subscribe(style -> {
            apply(table, column, ems);
            then.run();
        }));
    }

    /// Fills a table's width with its columns where they have room, and lets it scroll sideways where they have not.
    static void fit(TableView<?> table) {
        double wanted = table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum();
        table.setColumnResizePolicy(wanted > room(table)
                ? TableView.UNCONSTRAINED_RESIZE_POLICY
                : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /// The width that a table has for its columns.
    static double room(TableView<?> table) {
        return table.getWidth() - SCROLL_BAR;
    }

    private static <R> void apply(TableView<R> table, TableColumn<R, ?> column, double ems) {
        double em = TextSize.of(table);
        double title = column.getText().length() * LETTER + PADDING;
        column.setMinWidth(Math.min(Math.max(ems, title), 8) * em);
        column.setPrefWidth(Math.max(ems, title) * em);
    }
}
