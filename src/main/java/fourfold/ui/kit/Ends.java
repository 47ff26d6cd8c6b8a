package fourfold.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two parts at the two ends of a line, such as what a thing is and what can be done with it. Where there is no room for
/// both on one line, as with very large text, the second goes below the first.
public final class Ends extends Pane {

    /// Between the two, in ems of the text.
    private static final double ACROSS = 1.25;
    private static final double DOWN = 0.62;

    private final Region start;
    private final Region end;

    public Ends(Region start, Region end) {
        super(start, end);
        this.start = start;
        this.end = end;
    }

    private double gap(double ems) {
        return snapSpaceX(ems * TextSize.of(this));
    }

    private double both() {
        return start.prefWidth(-1) + gap(ACROSS) + end.prefWidth(-1);
    }

    private double inside(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private boolean isOneLine(double width) {
        return inside(width) >= both();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset() + Math.max(start.minWidth(-1), end.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + snappedRightInset() + both();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? prefWidth(-1) : width;
        double insets = snappedTopInset() + snappedBottomInset();
        if (isOneLine(wide)) {
            double right = end.prefWidth(-1);
            return insets + Math.max(start.prefHeight(inside(wide) - right - gap(ACROSS)), end.prefHeight(right));
        }
        return insets + start.prefHeight(inside(wide)) + gap(DOWN) + end.prefHeight(Math.min(inside(wide), end.prefWidth(-1)));
    }

    @Override
    protected void layoutChildren() {
        double width = inside(getWidth());
        double left = snappedLeftInset();
        double top = snappedTopInset();
        if (isOneLine(getWidth())) {
            double height = getHeight() - top - snappedBottomInset();
            double right = end.prefWidth(-1);
            double rest = width - right - gap(ACROSS);
            double one = start.prefHeight(rest);
            double other = end.prefHeight(right);
            start.resizeRelocate(left, top + snapPositionY((height - one) / 2), rest, one);
            end.resizeRelocate(left + width - right, top + snapPositionY((height - other) / 2), right, other);
        } else {
            double one = start.prefHeight(width);
            start.resizeRelocate(left, top, width, one);
            double below = Math.min(width, end.prefWidth(-1));
            end.resizeRelocate(left, top + one + gap(DOWN), below, end.prefHeight(below));
        }
    }
}
