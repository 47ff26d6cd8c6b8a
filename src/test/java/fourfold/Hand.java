package fourfold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.ui.shell.Look;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A person at the keyboard, without a mouse: opens a window and presses keys as a keyboard would send them.
public final class Hand implements AutoCloseable {

    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final CssWarnings warnings;

    /// Opens a window with what `make` makes on the UI thread.
    public Hand(Supplier<? extends Parent> make) {
        Shots.toolkit();
        warnings = new CssWarnings();
        stage = Shots.onScreen(() -> {
            var window = new Stage();
            var scene = new Scene(make.get(), 1280, 800);
            new Look().dress(scene);
            window.setScene(scene);
            window.show();
            window.requestFocus();
            return window;
        });
        Shots.settle(stage.getScene());
    }

    /// The window's scene.
    public Scene scene() {
        return stage.getScene();
    }

    /// Presses keys together and lets them go, as in `press(CONTROL, K)`.
    public Hand press(KeyCode... keys) {
        robot.press(keys);
        robot.release(keys);
        return rest();
    }

    /// Presses the same key several times.
    public Hand press(KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            press(key);
        }
        return this;
    }

    /// Types a text where the keyboard is.
    public Hand type(String text) {
        robot.write(text);
        return rest();
    }

    /// Points at what the selector finds.
    public Hand over(String selector) {
        robot.moveTo(node(selector));
        return rest();
    }

    /// Moves the pointer a little.
    public Hand nudge() {
        robot.moveBy(1, 0);
        return rest();
    }

    /// Brings the keyboard to the node that the selector finds first.
    public Hand at(String selector) {
        Shots.run(() -> node(selector).requestFocus());
        return rest();
    }

    /// The first node that the selector finds.
    public Node node(String selector) {
        var node = stage.getScene().lookup(selector);
        if (node == null) {
            throw new AssertionError("nothing on the screen is " + selector);
        }
        return node;
    }

    /// Whether the selector finds a node that is visible.
    public boolean sees(String selector) {
        return Shots.onScreen(() -> stage.getScene().getRoot().lookupAll(selector).stream().anyMatch(Hand::isShown));
    }

    private static boolean isShown(Node node) {
        for (var up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// The node that has the keyboard.
    public Node focused() {
        return Shots.onScreen(() -> stage.getScene().getFocusOwner());
    }

    private Hand rest() {
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /// Closes the window.
    ///
    /// @throws AssertionError when a style could not be read or worked out while it was open
    @Override
    public void close() {
        try (warnings) {
            Shots.run(stage::close);
            assertEquals(List.of(), warnings.texts());
        }
    }
}
