package fourfold.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Panes that scroll. JavaFX draws what a scroll pane shows into a picture first and that picture onto the window, which is
/// quick for what only moves; here nearly everything that scrolls is a page whose content changes, and it is slow for that.
public final class Scrolled {

    private Scrolled() {}

    /// A pane that shows this and scrolls where there is too much of it.
    public static ScrollPane of(@Nullable Node content) {
        var pane = new ScrollPane(content);
        pane.skinProperty().subscribe(skin -> {
            var viewport = skin == null ? null : pane.lookup(".viewport");
            if (viewport != null) viewport.setCache(false);
        });
        return pane;
    }

    /// A pane that is as wide as there is room, scrolls down, and is passed over by Tab, which goes to what is in it.
    ///
    /// @param styles further style classes
    public static ScrollPane down(Node content, String... styles) {
        var pane = of(content);
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        pane.getStyleClass().add("page-scroll");
        pane.getStyleClass().addAll(styles);
        return pane;
    }
}
