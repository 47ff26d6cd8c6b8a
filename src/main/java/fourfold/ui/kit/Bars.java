package fourfold.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Counts as bars, one under another: a name, a bar as long as its share of the largest, and the number written beside it, so
/// that it reads without colour. Where bars lead somewhere, each is a button.
public final class Bars extends VBox {

    /// One bar.
    ///
    /// @param words what stands at its end, as in "39 of 1,136, 3 %"
    /// @param beside whether it is only compared with the one before it: it is drawn hollow
    public record Bar(String name, double value, String words, boolean beside) {
        public Bar(String name, double value, String words) {
            this(name, value, words, false);
        }
    }

    /// Names of at most so many ems stand before the bars; longer ones go over the bar in lines of their own.
    private static final double NAMES = 15;
    private static final double LEAST = 6;
    /// The least room for the numbers of shares, so that sets of them one under another are equally long.
    private static final double WORDS = 8.5;

    private final double leastWords;
    /// How wide the columns are that all lines share; asked for by each line, so it is measured once for each layout.
    private @Nullable Widths columns;

    private record Widths(double names, double words) {}

    private Bars(String name, double leastWords) {
        this.leastWords = leastWords;
        getStyleClass().add("bars");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(name);
    }

    /// Bars to look at.
    ///
    /// @param name what they compare, for the screen reader
    public static Bars of(String name, List<Bar> bars) {
        return of(name, bars, 0, null);
    }

    /// Bars of which each opens what it counts.
    ///
    /// @param whole the value that fills the whole width; 0 for the largest of them
    /// @param open is told which of the bars, from 0
    public static Bars of(String name, List<Bar> bars, double whole, @Nullable IntConsumer open) {
        var all = new Bars(name, whole > 0 ? WORDS : 0);
        double most = whole > 0 ? whole : Math.max(0, bars.stream().mapToDouble(Bar::value).max().orElse(0));
        for (int i = 0; i < bars.size(); i++) {
            int at = i;
            var bar = bars.get(i);
            all.getChildren()
                    .add(all.line(bar, most == 0 ? 0 : bar.value() / most, open == null ? null : () -> open.accept(at)));
        }
        return all;
    }

    private Node line(Bar bar, double share, @Nullable Runnable open) {
        var line = new Line(bar, share);
        if (open == null) {
            line.setAccessibleRole(AccessibleRole.TEXT);
            line.setAccessibleText(bar.name() + ": " + bar.words());
            return line;
        }
        var button = new Button();
        button.getStyleClass().add("bar-button");
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(bar.name() + ": " + bar.words());
        button.setOnAction(event -> open.run());
        line.prefWidthProperty().bind(button.widthProperty().map(width -> Math.max(
                0, width.doubleValue() - button.snappedLeftInset() - button.snappedRightInset())));
        return button;
    }

    @Override
    public void requestLayout() {
        columns = null;
        super.requestLayout();
    }

    private Widths columns() {
        var known = columns;
        if (known != null) return known;
        double em = TextSize.of(this);
        double names = 0;
        double words = leastWords * em;
        for (var line : lines()) {
            names = Math.max(names, line.name.prefWidth(-1));
            words = Math.max(words, line.words.prefWidth(-1));
        }
        var measured = new Widths(Math.min(names, NAMES * em), words);
        columns = measured;
        return measured;
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var child : getChildren())
            if (child instanceof Line line) lines.add(line);
            else if (child instanceof Button button && button.getGraphic() instanceof Line line) lines.add(line);
        return lines;
    }

    /// A name, a bar and a number. The three stand in columns that all lines share.
    private final class Line extends Pane {

        private final Region name;
        private final Region fill = new Region();
        private final Region track = new Region();
        private final Region words;
        private final double share;

        Line(Bar bar, double share) {
            this.share = share;
            name = Nodes.prose(bar.name(), "bar-name");
            words = Nodes.label(bar.words(), "bar-words");
            words.setMinWidth(USE_PREF_SIZE);
            track.getStyleClass().add("bar-track");
            fill.getStyleClass().addAll("bar-fill", bar.beside() ? "beside" : "own");
            getStyleClass().add("bar-line");
            getChildren().addAll(name, track, fill, words);
        }

        private double gap() {
            return snapSpaceX(0.62 * TextSize.of(this));
        }

        /// How wide the names are in this width: where little is left for the bars, they give way.
        private double nameWidth(double width) {
            double least = LEAST * TextSize.of(this);
            return Math.max(0, Math.min(columns().names(), width - columns().words() - least - 2 * gap()));
        }

        @Override
        public javafx.geometry.Orientation getContentBias() {
            return javafx.geometry.Orientation.HORIZONTAL;
        }

        @Override
        protected double computeMinWidth(double height) {
            return columns().words() + 2 * LEAST * TextSize.of(this) + 2 * gap();
        }

        @Override
        protected double computePrefWidth(double height) {
            return columns().names() + columns().words() + 16 * TextSize.of(this) + 2 * gap();
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computePrefHeight(double width) {
            double wide = width < 0 ? prefWidth(-1) : width;
            return Math.max(name.prefHeight(nameWidth(wide)), words.prefHeight(-1));
        }

        @Override
        protected void layoutChildren() {
            double height = getHeight();
            double left = nameWidth(getWidth());
            layoutInArea(name, 0, 0, left, height, 0, HPos.LEFT, javafx.geometry.VPos.CENTER);
            double from = left + gap();
            double room = Math.max(0, getWidth() - from - gap() - columns().words());
            double thick = snapSizeY(0.77 * TextSize.of(this));
            double top = snapPositionY((height - thick) / 2);
            track.resizeRelocate(snapPositionX(from), top, snapSizeX(room), thick);
            double filled = share <= 0 ? 0 : Math.max(2, room * share);
            fill.resizeRelocate(snapPositionX(from), top, snapSizeX(filled), thick);
            layoutInArea(words, from + room + gap(), 0, columns().words(), height, 0, HPos.RIGHT, javafx.geometry.VPos.CENTER);
        }
    }
}
