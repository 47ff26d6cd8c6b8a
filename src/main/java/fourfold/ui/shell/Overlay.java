package fourfold.ui.shell;

import fourfold.ui.kit.Nodes;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Dialogs inside the window, below the marking bar, so that no dialog ever shows case text without its marking. While
/// one is open the page under it cannot be reached; Esc closes it.
public final class Overlay extends StackPane {

    /// What lies under the veil is disabled and does not look it. As a rule of every screen it would be asked of each node.
    private static final String VEILED = Look.sheet("veiled.css");

    private record Dialog(Region node, Runnable closed, @Nullable Node before) {}

    private final Parent under;
    private final Region veil = new Region();
    private final Deque<Dialog> dialogs = new ArrayDeque<>();

    /// @param under what lies below
    public Overlay(Parent under) {
        this.under = under;
        getStyleClass().add("overlay");
        veil.getStyleClass().add("veil");
        veil.setVisible(false);
        veil.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> close());
        getChildren().addAll(under, veil);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE && isOpen()) {
                close();
                event.consume();
            }
        });
    }

    /// Opens a dialog.
    ///
    /// @param name what the screen reader announces
    /// @param first what gets the keyboard
    /// @param closed called once when it is closed in whatever way
    public void open(String name, Region dialog, Node first, Runnable closed) {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        dialog.setAccessibleRole(AccessibleRole.DIALOG);
        dialog.setAccessibleText(name);
        dialog.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var space = new StackPane(dialog);
        space.getStyleClass().add("dialog-space");
        space.setPickOnBounds(false);
        dialogs.push(new Dialog(space, closed, owner));
        getChildren().forEach(node -> node.setDisable(node != veil));
        under.getStylesheets().setAll(VEILED);
        getChildren().add(space);
        veil.setVisible(true);
        veil.toFront();
        space.toFront();
        Nodes.focus(first);
    }

    /// Whether a dialog is open.
    public boolean isOpen() {
        return !dialogs.isEmpty();
    }

    /// Closes every dialog.
    public void closeAll() {
        while (isOpen()) {
            close();
        }
    }

    /// Closes the uppermost dialog.
    public void close() {
        if (dialogs.isEmpty()) {
            return;
        }
        var dialog = dialogs.pop();
        getChildren().remove(dialog.node());
        var next = dialogs.peek();
        if (next == null) {
            under.setDisable(false);
            under.getStylesheets().clear();
            veil.setVisible(false);
        } else {
            next.node().setDisable(false);
            next.node().toFront();
        }
        var before = dialog.before();
        if (before != null && before.getScene() == getScene()) {
            before.requestFocus();
        }
        dialog.closed().run();
    }
}
