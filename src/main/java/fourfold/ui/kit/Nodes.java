package fourfold.ui.kit;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Small nodes and habits that all screens share.
public final class Nodes {

    private Nodes() {}

    /// A text of one line that is cut with dots when there is no room.
    public static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A text that follows a property.
    public static Label label(ObservableValue<String> text, String... styles) {
        var label = label("", styles);
        label.textProperty().bind(text);
        return label;
    }

    /// A text of as many lines as it needs.
    public static Label prose(String text, String... styles) {
        var label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("prose");
        return label;
    }

    /// A heading within a page.
    public static Label heading(String text) {
        var label = label(text, "heading");
        label.setAccessibleRole(AccessibleRole.TEXT);
        return label;
    }

    /// An icon that only repeats what the words beside it say.
    public static Icon icon(String code) {
        return new Icon(code);
    }

    /// Nodes one under another, with the usual distance.
    public static VBox column(Node... nodes) {
        var box = new VBox(nodes);
        box.getStyleClass().add("column");
        return box;
    }

    /// Nodes side by side, with the usual distance.
    public static HBox row(Node... nodes) {
        var box = new HBox(nodes);
        box.getStyleClass().add("row");
        return box;
    }

    /// Nodes side by side that go on to the next line where there is no room: for marks and badges.
    public static Flow flow(Node... nodes) {
        var flow = new Flow(nodes);
        flow.getStyleClass().add("flow");
        return flow;
    }

    /// Takes all room that is left in a row.
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /// Shows a node only while `shown` is true; otherwise it takes no room.
    public static <N extends Node> N showWhen(N node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    /// Gives the node a state that the style sheets know, such as `:unavailable`.
    public static void state(Node node, String name, boolean on) {
        node.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), on);
    }

    /// Brings the keyboard to the node, as soon as it is in a window.
    public static void focus(Node node) {
        whenInScene(node, scene -> node.requestFocus());
    }

    /// Scrolls the pane that the node lies in, if any, so far that the node is seen: after the next layout, since what
    /// makes the keyboard go there (a problem bar) often moves everything.
    public static void reveal(Node node) {
        whenInScene(node, scene -> {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    scrollTo(node);
                }
            });
            scene.getRoot().requestLayout();
        });
    }

    private static void scrollTo(Node node) {
        for (var up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane pane && pane.getContent() != null) {
                double seen = pane.getViewportBounds().getHeight();
                double whole = pane.getContent().getBoundsInLocal().getHeight();
                var place = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double top = pane.getVvalue() * (whole - seen);
                if (whole > seen && (place.getMinY() < top || place.getMaxY() > top + seen)) {
                    pane.setVvalue(Math.clamp(place.getMinY() / (whole - seen), 0, 1));
                }
                return;
            }
        }
    }

    /// Runs `step` when the node is in a scene: at once, or as soon as it gets there.
    public static void whenInScene(Node node, Consumer<Scene> step) {
        var scene = node.getScene();
        if (scene != null) {
            step.accept(scene);
            return;
        }
        node.sceneProperty().subscribe(new Consumer<>() {
            private boolean ran;

            @Override
            public void accept(Scene now) {
                if (now != null && !ran) {
                    ran = true;
                    step.accept(now);
                }
            }
        });
    }
}
