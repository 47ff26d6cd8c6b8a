package fourfold.ui.kit;

import fourfold.ui.place.Memory;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Keeps a table's selection on the same rows when its rows are replaced by freshly read ones, and its selection and
/// order from one visit to the next.
final class Keeper<R> {

    /// What is remembered of a table from visit to visit.
    private record Left(Set<Object> selected, List<Order> order) {}

    /// One column that orders the rows.
    private record Order(String title, TableColumn.SortType way) {}

    private final TableView<R> table;
    private final Function<R, ?> key;
    private final Memory memory;
    private final String name;
    private Set<Object> selected = Set.of();
    private boolean restoring;

    Keeper(TableView<R> table, Function<R, ?> key, Memory memory) {
        this.table = table;
        this.key = key;
        this.memory = memory;
        this.name = "table " + table.getAccessibleText();
    }

    void follow(ObservableList<R> rows) {
        memory.recall(name, Left.class).ifPresent(this::order);
        var chosen = table.getSelectionModel().getSelectedItems();
        chosen.addListener((ListChangeListener<R>) change -> {
            if (!restoring && !chosen.isEmpty()) {
                selected = chosen.stream().filter(Objects::nonNull).map(key).collect(Collectors.toSet());
                keep();
            }
        });
        table.getSortOrder().addListener((InvalidationListener) changed -> keep());
        rows.addListener((ListChangeListener<R>) change -> restore());
        restore();
    }

    private void order(Left left) {
        selected = left.selected();
        for (var order : left.order()) {
            table.getColumns().stream()
                    .filter(column -> column.getText().equals(order.title()))
                    .findFirst()
                    .ifPresent(column -> {
                        column.setSortType(order.way());
                        table.getSortOrder().add(column);
                    });
        }
    }

    private void keep() {
        var order = table.getSortOrder().stream()
                .map(column -> new Order(column.getText(), column.getSortType()))
                .toList();
        memory.keep(name, new Left(selected, order));
    }

    private void restore() {
        restoring = true;
        table.getSelectionModel().clearSelection();
        int first = -1;
        for (int i = 0; i < table.getItems().size() && !selected.isEmpty(); i++) {
            if (selected.contains(key.apply(table.getItems().get(i)))) {
                table.getSelectionModel().select(i);
                first = first < 0 ? i : first;
            }
        }
        restoring = false;
        if (first >= 0 && !table.isFocused()) {
            table.scrollTo(first);
        }
    }
}
