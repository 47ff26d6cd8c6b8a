package fourfold.ui.kit;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;

/// Buttons made of commands. One that cannot be used now stays where it is, can be reached by keyboard, and says why
/// not: in its tooltip, to a screen reader, and when it is pressed all the same.
public final class Buttons {

    private Buttons() {}

    /// A row of buttons, the first of which is the one to press.
    public static Flow of(Command primary, Command... others) {
        var row = new Flow(primary(primary));
        for (var other : others) {
            row.getChildren().add(button(other));
        }
        row.getStyleClass().add("buttons");
        return row;
    }

    /// A row of equal buttons.
    public static Flow row(List<Command> commands) {
        var row = new Flow();
        commands.forEach(command -> row.getChildren().add(button(command)));
        row.getStyleClass().add("buttons");
        return row;
    }

    /// The one button of a page that stands out.
    public static Button primary(Command command) {
        var button = button(command);
        button.getStyleClass().add("primary");
        return button;
    }

    /// An ordinary button.
    public static Button button(Command command) {
        return dress(new Button(command.text()), command);
    }

    /// A button with nothing but an icon; its words are in the tooltip and for the screen reader.
    public static Button icon(Command command) {
        var button = dress(new Button(command.text()), command);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("icon-button");
        return button;
    }

    /// A command as a link in a text.
    public static Hyperlink link(Command command) {
        return dress(new Hyperlink(command.text()), command);
    }

    private static <B extends ButtonBase> B dress(B button, Command command) {
        button.setId(command.id().replace('.', '-'));
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        if (!command.icon().isEmpty()) {
            button.setGraphic(Nodes.icon(command.icon()));
        }
        button.setAccessibleText(command.text());
        command.whyNot().when(button.sceneProperty().isNotNull()).subscribe(reason -> {
            Nodes.state(button, "unavailable", !reason.isEmpty());
            button.setAccessibleHelp(reason.isEmpty() ? words(command) : reason);
            if (button.getTooltip() != null) button.getTooltip().setText(button.getAccessibleHelp());
        });
        Tips.on(button, button::getAccessibleHelp);
        button.setOnAction(event -> {
            if (!command.run().isEmpty()) {
                explain(button);
            }
            event.consume();
        });
        button.focusedProperty().subscribe(focused -> {
            if (!focused && button.getTooltip() != null) {
                button.getTooltip().hide();
            }
        });
        return button;
    }

    private static String words(Command command) {
        return command.keys().isEmpty() ? command.text() : command.text() + "  " + command.keys();
    }

    private static void explain(ButtonBase button) {
        var tip = Tips.of(button, button::getAccessibleHelp);
        Bounds bounds = button.localToScreen(button.getBoundsInLocal());
        if (bounds != null) {
            tip.setAutoHide(true);
            tip.show(button, bounds.getMinX(), bounds.getMaxY() + 4);
        }
    }
}
