package fourfold.ui.kit;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Bars that compare a few numbers at a glance. The numbers stand beside their bars.
public final class Meter extends Flow {

    /// One bar.
    ///
    /// @param name what it is called aloud, as in "Pursue"
    /// @param mark what stands before it, as in "P"
    /// @param style a style class for its colour
    public record Part(String name, String mark, String style, int count) {}

    private Meter(String spoken) {
        getStyleClass().add("meter");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(spoken);
    }

    /// Several counts side by side, each with a bar as long as its share of the largest.
    ///
    /// @param what what is counted, as in "Actions"
    public static Meter balance(String what, List<Part> parts) {
        var spoken = new StringBuilder(what).append(':');
        int most = Math.max(1, parts.stream().mapToInt(Part::count).max().orElse(1));
        parts.forEach(part -> spoken.append(' ').append(part.name()).append(' ').append(part.count()).append(','));
        spoken.setLength(spoken.length() - 1);
        var meter = new Meter(spoken.toString());
        for (var part : parts) {
            var mark = Nodes.label(part.mark(), "meter-mark", part.style());
            var count = Nodes.label(Integer.toString(part.count()), "number");
            mark.setMinWidth(USE_PREF_SIZE);
            count.setMinWidth(USE_PREF_SIZE);
            var box = new HBox(mark, new Bar((double) part.count() / most, -1, part.style()), count);
            box.getStyleClass().add("meter-part");
            meter.getChildren().add(box);
        }
        return meter;
    }

    /// One number against a limit; past it the bar turns and the words say so.
    ///
    /// @param what what is counted, as in "Open actions"
    public static Meter against(String what, int count, int limit) {
        boolean over = count > limit;
        var words = over ? count + ", limit " + limit : count + " of " + limit;
        var meter = new Meter(what + ": " + words);
        double full = Math.max(count, limit) * 1.25;
        var bar = new Bar(full == 0 ? 0 : count / full, full == 0 ? -1 : limit / full, over ? "over" : "within");
        meter.getChildren().addAll(bar, new Label(words));
        return meter;
    }

    /// A track with a filled part, and perhaps a line where the limit is.
    private static final class Bar extends Pane {

        private final double share;
        private final double limit;
        private final Region fill = new Region();
        private final Region line = new Region();

        Bar(double share, double limit, String style) {
            this.share = share;
            this.limit = limit;
            getStyleClass().add("meter-track");
            fill.getStyleClass().addAll("meter-fill", style);
            line.getStyleClass().add("meter-limit");
            line.setVisible(limit >= 0);
            getChildren().addAll(fill, line);
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, Math.round(getWidth() * share), getHeight());
            line.resizeRelocate(Math.round(getWidth() * Math.max(0, limit)), 0, 2, getHeight());
        }
    }
}
