package fourfold.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Which columns of a table are shown: those it cannot do without, and of the others as many as there is room for, the more
/// important first. What the person chose to see or not to see stays that way.
final class Shown<R> {

    private final TableView<R> table;
    private final Map<TableColumn<R, ?>, Integer> rank = new HashMap<>();
    private final Set<TableColumn<R, ?>> chosen = new HashSet<>();
    private boolean fitting;

    Shown(TableView<R> table) {
        this.table = table;
        table.setColumnResizePolicy(Ems::resize);
        table.widthProperty().subscribe(width -> fit());
    }

    /// This column is left out where there is no room for it, the later the greater its rank.
    void whereThereIsRoom(TableColumn<R, ?> column, int itsRank) {
        rank.put(column, itsRank);
    }

    /// Shows what there is room for.
    void fit() {
        if (fitting || table.getWidth() <= 0) {
            return;
        }
        fitting = true;
        double room = Ems.room(table);
        for (var column : table.getColumns()) {
            if (column.isVisible() && (!rank.containsKey(column) || chosen.contains(column))) {
                room -= column.getPrefWidth();
            }
        }
        boolean full = false;
        for (var column : inOrder()) {
            full |= room < column.getPrefWidth();
            column.setVisible(!full);
            room -= full ? 0 : column.getPrefWidth();
        }
        fitting = false;
    }

    private List<TableColumn<R, ?>> inOrder() {
        var all = new ArrayList<TableColumn<R, ?>>(rank.keySet());
        all.removeAll(chosen);
        all.sort(Comparator.comparing(column -> rank.getOrDefault(column, 0)));
        return all;
    }

    /// Whether there is anything to choose.
    boolean isChoosable() {
        return !rank.isEmpty();
    }

    /// A menu in which the person chooses the columns.
    MenuButton menu() {
        var menu = new MenuButton("Columns");
        menu.setId("columns");
        menu.setAccessibleText("Choose the columns");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        menu.getItems().setAll(items());
        return menu;
    }

    /// An item a column, ticked while it is shown.
    List<CheckMenuItem> items() {
        var items = new ArrayList<CheckMenuItem>();
        for (var column : table.getColumns()) {
            var item = new CheckMenuItem(column.getText());
            column.visibleProperty().subscribe(item::setSelected);
            item.setOnAction(event -> choose(column, item));
            items.add(item);
        }
        return items;
    }

    /// The last column that is shown stays: a table without one could not be used.
    private void choose(TableColumn<R, ?> column, CheckMenuItem item) {
        if (!item.isSelected() && table.getVisibleLeafColumns().size() == 1) {
            item.setSelected(true);
            return;
        }
        chosen.add(column);
        column.setVisible(item.isSelected());
        fit();
    }
}
