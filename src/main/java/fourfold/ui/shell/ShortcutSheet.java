package fourfold.ui.shell;

import fourfold.ui.kit.Command;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Scrolled;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All keys that work now, made from the same commands as the buttons.
public final class ShortcutSheet extends VBox {

    private final ScrollPane scroll;

    public ShortcutSheet(List<Command> commands) {
        getStyleClass().addAll("dialog", "shortcuts");
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        for (var command : commands) {
            if (!command.keys().isEmpty()) {
                grid.addRow(grid.getRowCount(), keyCaps(command.keys()), Nodes.label(command.text()));
            }
        }
        always("Tab, Shift+Tab", "Next and previous control", grid);
        always("Ctrl+Tab", "Write a tab in a long text", grid);
        always("Enter", "Open the selected line", grid);
        always("Esc", "Close what lies on top; nothing typed is lost", grid);
        scroll = Scrolled.of(grid);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Keys");
        scroll.getStyleClass().add("page-scroll");
        getChildren().addAll(Nodes.prose("Keys", "page-title"), scroll);
    }

    private static void always(String keys, String words, GridPane grid) {
        grid.addRow(grid.getRowCount(), keyCaps(keys), Nodes.label(words));
    }

    /// What gets the keyboard.
    public Node first() {
        return scroll;
    }

    /// A combination as the caps of its keys.
    static HBox keyCaps(String keys) {
        var caps = new HBox();
        caps.getStyleClass().add("key-caps");
        caps.setMinWidth(USE_PREF_SIZE);
        if (!keys.isEmpty()) {
            caps.getChildren().add(Nodes.label(keys, "key-cap"));
        }
        return caps;
    }
}
