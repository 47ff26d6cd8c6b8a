package fourfold.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Keeps the selected row of a table and what a screen holds as chosen the same, whichever of them changes. Where nothing is
/// selected the choice stays, since a table loses its selection for a moment while its rows are read again.
final class Chosen {

    private Chosen() {}

    static <R> void keep(TableView<R> table, ObjectProperty<@Nullable R> chosen) {
        var selection = table.getSelectionModel();
        chosen.subscribe(row -> {
            // to select it once more would end a selection of several rows
            if (row == null || row.equals(selection.getSelectedItem())) return;
            selection.clearSelection();
            selection.select(row);
            table.scrollTo(row);
        });
        selection.selectedItemProperty().subscribe(row -> {
            if (row != null) chosen.set(row);
        });
    }
}
