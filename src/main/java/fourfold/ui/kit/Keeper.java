package fourfold.ui.kit;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;

/// Keeps a table's selection on the same rows when its rows are replaced by freshly read ones.
final class Keeper<R> {

    private final TableView<R> table;
    private final Function<R, ?> key;
    private Set<Object> selected = new HashSet<>();
    private boolean restoring;

    Keeper(TableView<R> table, Function<R, ?> key) {
        this.table = table;
        this.key = key;
    }

    void follow(ObservableList<R> rows) {
        var chosen = table.getSelectionModel().getSelectedItems();
        chosen.addListener((ListChangeListener<R>) change -> {
            if (!restoring && !chosen.isEmpty()) {
                selected = chosen.stream().filter(Objects::nonNull).map(key).collect(Collectors.toSet());
            }
        });
        rows.addListener((ListChangeListener<R>) change -> restore());
    }

    private void restore() {
        restoring = true;
        var wanted = Set.copyOf(selected);
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (wanted.contains(key.apply(table.getItems().get(i)))) {
                table.getSelectionModel().select(i);
            }
        }
        restoring = false;
    }
}
