package fourfold.ui.shell;

import fourfold.ui.parts.Screen;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Nodes;
import fourfold.ui.place.Navigator;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Where the person is: back and forward, the breadcrumb whose last step is the place's title, and the way to the
/// palette.
final class PlaceHeader extends HBox {

    /// Below this width in ems the search button goes without its words.
    private static final double NARROW = 46;

    private final HBox crumbs = new HBox();
    private final Navigator navigator;

    PlaceHeader(Navigator navigator, Command back, Command forward, Command palette) {
        this.navigator = navigator;
        getStyleClass().add("place-header");
        crumbs.getStyleClass().add("crumbs");
        HBox.setHgrow(crumbs, Priority.ALWAYS);
        var backButton = Buttons.icon(back);
        var forwardButton = Buttons.icon(forward);
        backButton.getStyleClass().add("flat");
        forwardButton.getStyleClass().add("flat");
        getChildren().addAll(backButton, forwardButton, crumbs, search(palette));
    }

    private Button search(Command palette) {
        var button = Buttons.button(palette);
        button.getStyleClass().add("search-button");
        var words = Nodes.label(palette.text());
        var row = new HBox(Nodes.icon("fth-search"), words, ShortcutSheet.keyCaps(palette.keys()));
        row.getStyleClass().add("row");
        // beside a large text the title of the place needs the room more
        Nodes.showWhen(words, widthProperty().map(width -> width.doubleValue() > NARROW * Columns.em(this)));
        button.setText("");
        button.setGraphic(row);
        return button;
    }

    void show(Screen screen) {
        crumbs.getChildren().clear();
        for (var crumb : screen.above()) {
            var link = new Hyperlink(crumb.words());
            var place = crumb.place();
            link.setOnAction(event -> {
                if (place != null) {
                    navigator.go(place);
                }
            });
            link.setMinWidth(USE_PREF_SIZE);
            crumbs.getChildren().addAll(link, Nodes.label("›", "muted"));
        }
        var title = Nodes.label(screen.title(), "place-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        crumbs.getChildren().add(title);
    }
}
