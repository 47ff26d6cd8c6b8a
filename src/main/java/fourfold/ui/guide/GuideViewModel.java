package fourfold.ui.guide;

import fourfold.core.reference.Guide;
import fourfold.core.reference.GuidePage;
import fourfold.ui.kit.Filter;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The guide on the screen: the topics that answer to what is typed, and the page that is read.
public final class GuideViewModel {

    private final Guide guide;
    final Filter filter = new Filter();
    final ObservableList<Guide.Hit> topics = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<GuidePage> page;

    /// @param topic where to open; the first page where there is no such topic
    GuideViewModel(Guide guide, String topic) {
        this.guide = guide;
        page = new ReadOnlyObjectWrapper<>(this, "page", guide.page(topic).orElse(guide.pages().getFirst()));
        filter.text().subscribe(typed -> search(typed));
    }

    private void search(String typed) {
        List<Guide.Hit> found = typed.isBlank()
                ? guide.pages().stream().map(one -> new Guide.Hit(one, "")).toList()
                : guide.search(typed);
        filter.count(found.size(), guide.pages().size());
        topics.setAll(found);
    }

    /// The page that is read.
    ReadOnlyObjectProperty<GuidePage> page() {
        return page.getReadOnlyProperty();
    }

    /// Turns to a page.
    void open(String topic) {
        guide.page(topic).ifPresent(page::set);
    }

    /// What stands in the list when nothing answers.
    String whenEmpty() {
        return "No page has these words. Try fewer, or the beginning of a word.";
    }
}
