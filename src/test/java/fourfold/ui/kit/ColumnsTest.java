package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which columns a table shows.
@Windowed
final class ColumnsTest {

    private final AtomicReference<TableView<String>> table = new AtomicReference<>();

    private BorderPane page() {
        var bar = new FilterBar(new Filter(), "rows");
        table.set(Columns.<String>of("Rows")
                .text("Ref", 10, row -> row)
                .text("Less wanted", 20, row -> row)
                .whereThereIsRoom(2)
                .text("Wanted", 20, row -> row)
                .whereThereIsRoom(1)
                .searchedBy(bar)
                .rows(FXCollections.observableArrayList("one", "two")));
        var page = new BorderPane(table.get());
        page.setTop(bar);
        return page;
    }

    private List<String> shown() {
        return Shots.onScreen(() ->
                table.get().getVisibleLeafColumns().stream().map(TableColumn::getText).toList());
    }

    private void widen(double width) {
        Shots.run(() -> {
            table.get().setMaxWidth(width);
            table.get().setMinWidth(width);
        });
        Shots.settle(table.get().getScene());
    }

    @Test
    void aTableShowsTheColumnsThatThereIsRoomForTheMoreImportantFirst() {
        try (var hand = new Hand(this::page)) {
            widen(700);
            assertEquals(List.of("Ref", "Less wanted", "Wanted"), shown());
            widen(450);
            assertEquals(List.of("Ref", "Wanted"), shown());
            widen(200);
            assertEquals(List.of("Ref"), shown());
            widen(700);
            assertEquals(List.of("Ref", "Less wanted", "Wanted"), shown());
            hand.sees(".table-view");
        }
    }

    @Test
    void thePersonChoosesTheColumnsByKeyboardAndTheChoiceStays() {
        try (var hand = new Hand(this::page)) {
            widen(450);
            hand.at(".text-field").press(KeyCode.TAB).press(KeyCode.SPACE);
            hand.press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.ENTER);
            assertEquals(List.of("Ref", "Less wanted"), shown(), "what the person wants goes before what is more important");
            widen(700);
            assertEquals(List.of("Ref", "Less wanted", "Wanted"), shown());
            widen(200);
            assertEquals(List.of("Ref", "Less wanted"), shown(), "what was chosen stays where there is no room");
        }
    }

    @Test
    void theSelectedRowAndTheChoiceAreTheSameInAnyOrderAndAfterTheRowsAreReadAgain() {
        var rows = FXCollections.observableArrayList("b", "a", "c");
        var chosen = new SimpleObjectProperty<@Nullable String>("c");
        try (var hand = new Hand(() -> {
            table.set(Columns.<String>of("Rows").text("Ref", 10, row -> row).choosing(chosen).rows(rows));
            return new BorderPane(table.get());
        })) {
            assertEquals(List.of("c"), selected(), "what is chosen at first");
            Shots.run(() -> {
                table.get().getSortOrder().add(table.get().getColumns().getFirst());
                chosen.set("a");
            });
            assertEquals(List.of("a"), selected(), "by the row, not by its number");
            hand.at(".table-view").press(KeyCode.DOWN);
            assertEquals("b", chosen.get());
            hand.press(KeyCode.SHIFT, KeyCode.DOWN);
            assertEquals(List.of("b", "c"), selected(), "several rows stay selected");
            assertEquals("c", chosen.get());
            Shots.run(() -> table.get().getSelectionModel().clearSelection());
            assertEquals("c", chosen.get());
            Shots.run(() -> {
                chosen.set("a");
                rows.setAll("c", "b", "a");
            });
            assertEquals(List.of("a"), selected(), "the same row wherever it stands");
            assertEquals("a", chosen.get());
        }
    }

    private List<String> selected() {
        return Shots.onScreen(() -> List.copyOf(table.get().getSelectionModel().getSelectedItems()));
    }

    @Test
    void savingSeesExactlyTheRowsAndColumnsThatAreShownInTheOrderOfTheScreen() {
        var seen = new AtomicReference<fourfold.desk.TableDesk.Shown>();
        var saving = new Saving(seen::set);
        var day = java.time.LocalDate.of(2022, 5, 31);
        var record = new java.util.UUID(1, 2);
        try (var hand = new Hand(() -> {
            table.set(Columns.<String>of("Rows")
                    .text("Ref", 10, row -> row)
                    .number("Letters", 10, String::length)
                    .sorted("Day", 10, row -> day, row -> Dates.day(day))
                    .text("Hidden", 10, row -> "hidden")
                    .savedBy(saving, row -> List.of(record))
                    .rows(FXCollections.observableArrayList("one", "three")));
            return new BorderPane(table.get());
        })) {
            Shots.run(() -> {
                table.get().getColumns().get(3).setVisible(false);
                table.get().getColumns().getFirst().setSortType(TableColumn.SortType.DESCENDING);
                table.get().getSortOrder().add(table.get().getColumns().getFirst());
                saving.command().run();
            });
            hand.sees(".table-view");
        }
        var shown = seen.get();
        assertEquals(List.of("Ref", "Letters", "Day"), shown.columns());
        assertEquals(List.of("three", "one"), shown.rows().stream().map(row -> row.cells().getFirst().text()).toList());
        assertEquals(List.of(record), shown.rows().getFirst().records());
        assertEquals(5, shown.rows().getFirst().cells().get(1).value());
        assertEquals(day, shown.rows().getFirst().cells().get(2).value());
    }
}
