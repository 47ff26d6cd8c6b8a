package fourfold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// The walk bites: each slip it looks for is found when it is there.
@Windowed
final class LooksTest {

    private static List<String> slips(Supplier<Parent> make) {
        Shots.toolkit();
        var stage = Shots.onScreen(() -> {
            var window = new Stage();
            window.setScene(new Scene(make.get(), 400, 300));
            window.show();
            return window;
        });
        Shots.settle(stage.getScene());
        var slips = Shots.onScreen(() -> Looks.slips(stage.getScene()));
        Shots.run(stage::close);
        return slips;
    }

    private static void finds(String slip, Supplier<Parent> make) {
        var slips = slips(make);
        assertTrue(slips.stream().anyMatch(found -> found.startsWith(slip)), slips::toString);
    }

    @Test
    void goodScreensPass() {
        assertEquals(List.of(), slips(() -> new VBox(new Label("Legible"), new Button("Save"))));
    }

    @Test
    void cutTextIsFound() {
        finds("cut text", () -> {
            var label = new Label("A sentence that is longer than its room");
            label.setMaxWidth(60);
            return new VBox(label);
        });
    }

    @Test
    void faintTextIsFound() {
        finds("contrast", () -> {
            var label = new Label("Faint");
            label.setFont(Font.font(14));
            label.setStyle("-fx-text-fill: #999999");
            var box = new VBox(label);
            box.setStyle("-fx-background-color: white");
            return box;
        });
    }

    @Test
    void aNodeOutsideItsParentIsFound() {
        finds("outside its parent", () -> {
            var node = new Region();
            node.setMinSize(50, 50);
            node.relocate(390, 10);
            return new Pane(node);
        });
    }

    @Test
    void aControlThatTheThemeDoesNotKnowIsFound() {
        assertTrue(LeftOut.count() > 900, LeftOut.count() + " rules are left out");
        finds("lacks a rule of the theme", () -> new VBox(new TabPane(new Tab("Threat", new Label("A tab")))));
        finds("lacks a rule of the theme", () -> {
            var button = new Button("Save");
            button.getStyleClass().add("button-outlined");
            return new VBox(button);
        });
    }

    @Test
    void aControlWithoutANameIsFound() {
        finds("no accessible name", () -> new VBox(new TextField()));
    }

    @Test
    void aControlThatTabDoesNotReachIsFound() {
        finds("Tab does not reach", () -> {
            var behind = new Button("Behind");
            behind.focusedProperty().subscribe(focused -> {
                if (focused) {
                    behind.getParent().getChildrenUnmodifiable().getFirst().requestFocus();
                }
            });
            return new VBox(new Button("First"), behind, new Button("Last"));
        });
    }

    @Test
    void aPageThatScrollsSidewaysIsFound() {
        finds("scrolls sideways", () -> {
            var wide = new Region();
            wide.setMinSize(900, 50);
            return new javafx.scene.control.ScrollPane(wide);
        });
    }

    @Test
    void aStyleSheetWithASlipIsHeard() {
        Shots.toolkit();
        try (var warnings = new CssWarnings()) {
            Shots.run(() -> new javafx.css.CssParser().parse(".a { -fx-padding: 1em"));
            assertTrue(warnings.texts().stream().anyMatch(text -> text.startsWith("CSS")), warnings.texts()::toString);
        }
    }
}
