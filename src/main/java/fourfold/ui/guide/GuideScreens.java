package fourfold.ui.guide;

import fourfold.core.reference.Guide;
import fourfold.core.reference.GuidePage;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Scrolled;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The screen of the guide.
public final class GuideScreens {

    private GuideScreens() {}

    /// The guide in an open vault: links are places, so that one can go back.
    ///
    /// @param topic where to open; empty for its beginning
    public static Screen guide(Desktop desktop, Guide guide, String topic) {
        return screen(new GuideViewModel(guide, topic), next -> desktop.go().go(new Place.Guide(next)));
    }

    /// The guide before any vault is open.
    public static Screen guide(Guide guide, String topic) {
        var model = new GuideViewModel(guide, topic);
        return screen(model, model::open);
    }

    private static Screen screen(GuideViewModel model, Consumer<String> follow) {
        var bar = new FilterBar(model.filter, "the guide");
        var list = topics(model);
        bar.leadsTo(list);
        VBox.setVgrow(list, Priority.ALWAYS);
        var left = new VBox(bar, list);
        left.getStyleClass().add("guide-topics");
        var scroll = Scrolled.of(null);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Page of the guide");
        scroll.getStyleClass().addAll("page-scroll", "guide-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        model.page().subscribe(page -> {
            scroll.setContent(new GuidePane(page, follow));
            scroll.setVvalue(0);
        });
        var row = new HBox(left, scroll);
        row.getStyleClass().addAll("page", "guide");
        return Screen.of("Guide", row).titled(model.page().map(GuidePage::title)).helped("keyboard");
    }

    private static ListView<Guide.Hit> topics(GuideViewModel model) {
        var list = new ListView<>(model.topics);
        list.setAccessibleText("Topics of the guide");
        list.setCellFactory(view -> new Line());
        list.setPlaceholder(Nodes.prose(model.whenEmpty(), "muted", "empty"));
        list.getSelectionModel().selectedItemProperty().subscribe(hit -> {
            if (hit != null) model.open(hit.page().topic());
        });
        model.topics.stream()
                .filter(hit -> hit.page().equals(model.page().get()))
                .findFirst()
                .ifPresent(hit -> list.getSelectionModel().select(hit));
        return list;
    }

    private static final class Line extends ListCell<Guide.Hit> {

        Line() {
            setPrefWidth(0);
            setWrapText(true);
        }

        @Override
        protected void updateItem(Guide.Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(empty || hit == null ? null : words(hit));
        }

        private static String words(Guide.Hit hit) {
            return hit.sentence().isEmpty() ? hit.page().title() : hit.page().title() + "\n" + hit.sentence();
        }
    }
}
