package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Shots;
import fourfold.Windowed;
import fourfold.ui.shell.Look;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// What opens in windows of its own has the program's colours and text size too.
@Windowed
final class PopupShotsTest {

    @Test
    void theListOfAChoiceHasTheThemeAndTheTextSize() {
        Shots.toolkit();
        var input = Input.<String>of("category", "Category");
        var stage = Shots.onScreen(() -> {
            var look = new Look();
            look.dark().set(true);
            look.percent().set(200);
            var window = new Stage();
            window.setScene(new Scene(
                    Form.of(
                            Form.choice(input, List.of("Major", "Moderate", "Minor"), words -> words),
                            Form.suggest(Input.<String>of("threat", "Threat"),
                                    FXCollections.observableArrayList("EM-0014 Op Saffron", "EM-0027 Op Larch"), words -> words)),
                    800,
                    400));
            look.dress(window.getScene());
            window.show();
            ((ComboBox<?>) window.getScene().lookup(".combo-box")).show();
            return window;
        });
        Shots.settle(stage.getScene());
        check("popup-choice");
        Shots.run(() -> {
            ((ComboBox<?>) stage.getScene().lookup(".combo-box")).hide();
            var field = (TextField) stage.getScene().lookup(".suggest-box .text-field");
            field.requestFocus();
            field.setText("em");
        });
        Shots.settle(stage.getScene());
        check("popup-suggest");
        Shots.run(stage::close);
    }

    private static void check(String name) {
        var popup = Shots.onScreen(() -> Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(window -> window.getScene())
                .findFirst()
                .orElseThrow());
        Shots.settle(popup);
        Shots.save(name, popup);
        Shots.run(() -> {
            var cell = (Labeled) popup.getRoot().lookup(".list-cell");
            assertEquals(26, cell.getFont().getSize(), 0.01);
            var fill = (javafx.scene.paint.Color) cell.getTextFill();
            assertTrue(fill.getBrightness() > 0.8, "text of the dark theme is light: " + fill);
        });
    }
}
