package fourfold.ui.kit;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
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

    /// Gives every column its own width and its share of what is left over. Where there is no room for all, the table
    /// scrolls sideways. A width that the person drew is the column's own from then on.
    @SuppressWarnings({"rawtypes", "unchecked"}) // the table's own declaration is raw
    static Boolean resize(TableView.ResizeFeatures asked) {
        TableColumnBase<?, ?> drawn = asked.getColumn();
        if (drawn != null) {
            boolean done = TableView.UNCONSTRAINED_RESIZE_POLICY.call(asked);
            drawn.setPrefWidth(drawn.getWidth());
            return done;
        }
        TableView<?> table = asked.getTable();
        var columns = table.getVisibleLeafColumns();
        double wanted = columns.stream().mapToDouble(TableColumn::getPrefWidth).sum();
        double room = room(table);
        double share = wanted <= 0 ? 1 : Math.max(1, room / wanted);
        for (var column : columns) {
            asked.setColumnWidth(column, Math.floor(column.getPrefWidth() * share));
        }
        return true;
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
