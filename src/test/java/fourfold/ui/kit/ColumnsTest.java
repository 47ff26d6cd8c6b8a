package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.Hand;
import fourfold.Shots;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;

/// Which columns a table shows.
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
}
