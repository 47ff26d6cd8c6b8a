package fourfold;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// Walks over a scene and lists what a careful eye would find: cut text, nodes outside their parents, controls without
/// a name, controls that Tab does not reach, text too faint to read, and nodes that a rule of AtlantaFX's is meant for which the
/// program's theme leaves out.
public final class Looks {

    /// WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for ordinary text.
    private static final double CONTRAST = 4.5;
    private static final double SLACK = 1.5;

    private final List<String> slips = new ArrayList<>();
    private final Set<Node> focusable = new HashSet<>();

    private Looks() {}

    /// The slips of a scene that is shown, a sentence each. Must be called on the UI thread.
    public static List<String> slips(Scene scene) {
        var looks = new Looks();
        looks.walk(scene.getRoot());
        looks.tab(scene);
        return looks.slips.stream().distinct().toList();
    }

    private void walk(Node node) {
        LeftOut.of(node).forEach(rule -> slips.add("lacks a rule of the theme: " + rule));
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        if (node instanceof Labeled labeled) {
            cut(labeled);
        }
        if (node instanceof ScrollPane pane && pane.getContent() instanceof Region content) {
            sideways(pane, content);
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            contrast(text);
        }
        if (node instanceof Region region && node.getParent() instanceof Region parent && node.isManaged()) {
            outside(region, parent);
        }
        if (node.isFocusTraversable() && !node.isDisabled() && isOnScreen(node)) {
            focusable.add(node);
            named(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    /// Only tables may scroll sideways, WCAG 2.2, success criterion 1.4.10.
    private void sideways(ScrollPane pane, Region content) {
        if (pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER
                && !(pane.getParent() instanceof TextArea)
                && content.getWidth() > pane.getViewportBounds().getWidth() + SLACK) {
            slips.add("scrolls sideways: " + name(pane));
        }
    }

    private void cut(Labeled labeled) {
        if (inCell(labeled) || labeled.getText() == null || labeled.getText().isEmpty()) {
            return;
        }
        labeled.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> text.getParent() == labeled)
                .filter(text -> !text.getText().equals(labeled.getText()) && text.getText().endsWith("..."))
                .forEach(text -> slips.add("cut text: " + labeled.getText()));
        if (labeled.isWrapText() && labeled.getHeight() + SLACK < labeled.prefHeight(labeled.getWidth())) {
            slips.add("cut lines: " + labeled.getText());
        }
    }

    private static boolean inCell(Node node) {
        for (var up = node; up != null; up = up.getParent()) {
            if (up instanceof TableRow || up instanceof javafx.scene.control.Cell) {
                return true;
            }
        }
        return false;
    }

    private void outside(Region node, Region parent) {
        if (scrolls(parent) || inCell(parent) || parent instanceof Control || parent instanceof TableHeaderRow) {
            return;
        }
        var bounds = node.getBoundsInParent();
        var layout = new javafx.geometry.BoundingBox(
                node.getLayoutX() + node.getTranslateX(),
                node.getLayoutY() + node.getTranslateY(),
                node.getWidth(),
                node.getHeight());
        boolean out = layout.getMinX() < -SLACK
                || layout.getMinY() < -SLACK
                || layout.getMaxX() > parent.getWidth() + SLACK
                || layout.getMaxY() > parent.getHeight() + SLACK;
        if (out && bounds.getWidth() > 0) {
            slips.add("outside its parent: " + name(node) + " in " + name(parent));
        }
    }

    private static boolean scrolls(Region parent) {
        return isMoving(parent) || parent.getParent() instanceof Region above && isMoving(above);
    }

    private static boolean isMoving(Region region) {
        return region.getStyleClass().stream()
                .anyMatch(Set.of("viewport", "sheet", "clipped-container", "scroll-pane", "virtual-flow", "content")::contains);
    }

    private void named(Node node) {
        var text = node.getAccessibleText();
        boolean named = text != null && !text.isBlank()
                || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        if (!named && node instanceof Control) {
            slips.add("no accessible name: " + name(node));
        }
    }

    private void contrast(Text text) {
        if (!(text.getFill() instanceof Color ink) || !isOnScreen(text)) {
            return;
        }
        var paper = paper(text);
        double ratio = ratio(over(ink, text.getOpacity(), paper), paper);
        if (ratio < CONTRAST) {
            slips.add(String.format(Locale.UK, "contrast %.1f: \"%s\" %s on %s", ratio, text.getText(), ink, paper));
        }
    }

    private static Color paper(Node node) {
        var layers = new ArrayList<Color>();
        Color base = Color.WHITE;
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof Region region && region.getBackground() != null) {
                var fills = region.getBackground().getFills();
                if (!fills.isEmpty() && fills.getLast().getFill() instanceof Color color && color.getOpacity() > 0) {
                    if (color.isOpaque()) {
                        base = color;
                        break;
                    }
                    layers.add(color);
                }
            }
        }
        for (var layer : layers.reversed()) {
            base = over(layer, 1, base);
        }
        return base;
    }

    private static Color over(Color ink, double opacity, Color paper) {
        double share = ink.getOpacity() * opacity;
        return Color.color(
                ink.getRed() * share + paper.getRed() * (1 - share),
                ink.getGreen() * share + paper.getGreen() * (1 - share),
                ink.getBlue() * share + paper.getBlue() * (1 - share));
    }

    /// The contrast ratio of WCAG 2.2.
    static double ratio(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private void tab(Scene scene) {
        if (focusable.isEmpty()) {
            return;
        }
        var before = scene.getFocusOwner();
        var reached = new HashSet<Node>();
        var start = focusable.iterator().next();
        start.requestFocus();
        for (int i = 0; i <= 2 * focusable.size() + 2; i++) {
            var owner = scene.getFocusOwner();
            if (owner == null) {
                break;
            }
            reached.add(owner);
            owner.requestFocusTraversal(TraversalDirection.NEXT);
        }
        for (var node : focusable) {
            if (!reached.contains(node) && !isGrouped(node)) {
                slips.add("Tab does not reach: " + name(node));
            }
        }
        if (before != null) {
            before.requestFocus();
        }
    }

    /// Radio buttons of one group are one stop for Tab; the arrows go between them.
    private static boolean isGrouped(Node node) {
        return node instanceof javafx.scene.control.RadioButton;
    }

    private static boolean isOnScreen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible() || up.isDisabled()) {
                return false;
            }
        }
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return bounds.getWidth() > 0 && bounds.getHeight() > 0;
    }

    private static String name(Node node) {
        var words = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        var id = node.getId() == null ? "" : "#" + node.getId();
        return node.getClass().getSimpleName() + id + node.getStyleClass() + words;
    }
}
