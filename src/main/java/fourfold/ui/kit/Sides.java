package fourfold.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A main part and a side part next to each other; the side goes below where there is no room for both.
public final class Sides extends Pane {

    /// Below this width, in ems of the text, the parts stand one under the other.
    private static final double NARROW = 66;
    private static final double MAIN = 46;
    private static final double SIDE = 30;
    private static final double GAP = 3;

    private final Region main;
    private final Region side;

    public Sides(Region main, Region side) {
        super(main, side);
        this.main = main;
        this.side = side;
    }

    private double em() {
        return TextSize.of(this);
    }

    private boolean isNarrow(double width) {
        return width < NARROW * em();
    }

    private double mainWidth(double width) {
        return isNarrow(width) ? width : Math.min(MAIN * em(), width - (GAP + SIDE) * em());
    }

    private double sideWidth(double width) {
        return isNarrow(width) ? width : SIDE * em();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(main.minWidth(-1), side.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return (MAIN + GAP + SIDE) * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? prefWidth(-1) : width;
        double one = main.prefHeight(mainWidth(wide));
        double other = side.prefHeight(sideWidth(wide));
        return isNarrow(wide) ? one + other : Math.max(one, other);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double mainWidth = mainWidth(width);
        double sideWidth = sideWidth(width);
        double mainHeight = main.prefHeight(mainWidth);
        double sideHeight = side.prefHeight(sideWidth);
        main.resizeRelocate(0, 0, mainWidth, mainHeight);
        if (isNarrow(width)) {
            side.resizeRelocate(0, mainHeight, sideWidth, sideHeight);
        } else {
            side.resizeRelocate(mainWidth + GAP * em(), 0, sideWidth, sideHeight);
        }
    }
}
