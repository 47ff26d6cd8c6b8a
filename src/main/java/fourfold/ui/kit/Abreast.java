package fourfold.ui.kit;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// Panes side by side that share the width and are equally high. Where there is no room for all, as with very large text,
/// they go on in a second line, half and half, or stand one under another.
public final class Abreast extends FlowPane {

    private final List<Region> panes;
    private final double least;

    /// @param least the least width of a pane, in ems of the text
    public Abreast(double least, List<? extends Region> panes) {
        this.panes = List.copyOf(panes);
        this.least = least;
        getChildren().addAll(this.panes);
    }

    /// How one line holds this many, and how wide each is.
    private record Fit(int across, double wide) {}

    private Fit fit(double width) {
        double inside = width - snappedLeftInset() - snappedRightInset();
        double room = inside / (TextSize.of(this) * least);
        int all = panes.size();
        int across = room >= all ? all : room >= 2 && all % 2 == 0 ? all / 2 : 1;
        return new Fit(across, Math.max(0, (inside - (across - 1) * getHgap()) / across));
    }

    /// What one line needs.
    private interface Need {
        double of(Region pane, double width);
    }

    private double[] lines(Fit fit, Need need) {
        var heights = new double[(panes.size() + fit.across() - 1) / fit.across()];
        for (int i = 0; i < panes.size(); i++) {
            int line = i / fit.across();
            heights[line] = Math.max(heights[line], snapSizeY(need.of(panes.get(i), fit.wide())));
        }
        return heights;
    }

    private double high(double width, Need need) {
        double sum = snappedTopInset() + snappedBottomInset() - getVgap();
        for (double line : lines(fit(width), need)) {
            sum += line + getVgap();
        }
        return sum;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + snappedRightInset() + panes.size() * (least * TextSize.of(this) + getHgap());
    }

    @Override
    protected double computeMinHeight(double width) {
        return high(width < 0 ? prefWidth(-1) : width, Region::minHeight);
    }

    @Override
    protected double computePrefHeight(double width) {
        return high(width < 0 ? prefWidth(-1) : width, Region::prefHeight);
    }

    /// What is left over is shared among the lines; what is missing is taken from those that can do with less.
    @Override
    protected void layoutChildren() {
        var fit = fit(getWidth());
        var heights = lines(fit, Region::prefHeight);
        var least = lines(fit, Region::minHeight);
        double over = getHeight() - high(getWidth(), Region::prefHeight);
        double spare = high(getWidth(), Region::prefHeight) - high(getWidth(), Region::minHeight);
        double y = snappedTopInset();
        for (int line = 0; line < heights.length; line++) {
            double high = over >= 0
                    ? heights[line] + over / heights.length
                    : heights[line] + (spare <= 0 ? 0 : Math.max(-1, over / spare) * (heights[line] - least[line]));
            double x = snappedLeftInset();
            for (int i = line * fit.across(); i < Math.min(panes.size(), (line + 1) * fit.across()); i++) {
                panes.get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(fit.wide()), snapSizeY(high));
                x += fit.wide() + getHgap();
            }
            y += high + getVgap();
        }
    }
}
