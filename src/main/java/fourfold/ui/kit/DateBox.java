package fourfold.ui.kit;

import java.time.LocalDate;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A day in a text field: typed in any common form, shown as "Tue 3 May 2022" with how far it is from today beside it.
/// Up and Down move it by a day, with Shift by a week.
final class DateBox extends HBox {

    DateBox(Input<LocalDate> input, Supplier<LocalDate> today) {
        getStyleClass().addAll("row", "date-box");
        var field = new TextField();
        field.setPromptText("3/5/2022, 3 May 2022, today");
        HBox.setHgrow(field, Priority.ALWAYS);
        TextInputs.read(
                field,
                input,
                text -> text.isBlank() ? null : Dates.read(text, today.get()),
                Dates::day);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> step(field, input, event));
        var away = new Label();
        away.getStyleClass().addAll("muted", "small");
        away.setMinWidth(USE_PREF_SIZE);
        away.textProperty().bind(input.value().map(day -> Dates.fromToday(day, today.get())).orElse(""));
        Nodes.showWhen(away, away.textProperty().isNotEmpty());
        getChildren().addAll(field, away);
        accessibleTextProperty().subscribe(field::setAccessibleText);
        accessibleHelpProperty().subscribe(field::setAccessibleHelp);
        input.unread().subscribe(sentence -> Nodes.state(field, "flawed", !sentence.isEmpty()));
        input.flaw().subscribe(sentence -> Nodes.state(field, "flawed", !sentence.isEmpty()));
    }

    private static void step(TextField field, Input<LocalDate> input, KeyEvent event) {
        int days = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        var day = input.get();
        if (days != 0 && day != null) {
            var moved = day.plusDays(event.isShiftDown() ? days * 7L : days);
            field.setText(Dates.day(moved));
            field.end();
            event.consume();
        }
    }
}
