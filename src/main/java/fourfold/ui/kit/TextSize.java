package fourfold.ui.kit;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Scene;

/// How large text is, in percent. All distances in the style sheets are in ems, so that everything grows with it.
public final class TextSize {

    /// The sizes a person can choose.
    public static final List<Integer> STEPS = List.of(100, 110, 125, 150, 175, 200);

    private static final double NORMAL = 13;
    private static final Pattern SIZE = Pattern.compile("-fx-font-size: ([0-9.]+)px");

    private TextSize() {}

    /// Shows the whole scene in that size.
    public static void apply(Scene scene, int percent) {
        scene.getRoot().setStyle("-fx-font-size: " + NORMAL * percent / 100 + "px");
    }

    /// The next larger size, or the largest.
    public static int larger(int percent) {
        return STEPS.stream().filter(step -> step > percent).findFirst().orElse(STEPS.getLast());
    }

    /// The next smaller size, or the smallest.
    public static int smaller(int percent) {
        return STEPS.reversed().stream().filter(step -> step < percent).findFirst().orElse(STEPS.getFirst());
    }

    /// How many ems of the scene's text that many pixels are.
    public static double inEms(Node node, double pixels) {
        return pixels / of(node);
    }

    /// One em of the scene's text, in pixels.
    static double of(Node node) {
        var style = node.getScene() == null ? "" : node.getScene().getRoot().getStyle();
        var found = SIZE.matcher(style);
        return found.find() ? Double.parseDouble(found.group(1)) : NORMAL;
    }
}
