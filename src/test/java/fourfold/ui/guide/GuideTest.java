package fourfold.ui.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.reference.Guide;
import fourfold.extract.GuidePages;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

@Windowed
final class GuideTest {

    private final Guide guide = GuidePages.read();

    private Parent shown(String topic) {
        return (Parent) GuideScreens.guide(guide, topic).node();
    }

    @Test
    void theGuideOpensAtTheTopicThatWasAskedFor() {
        assertEquals("packages", new GuideViewModel(guide, "packages").page().get().topic());
        assertEquals(guide.pages().getFirst(), new GuideViewModel(guide, "no such topic").page().get());
        assertEquals("Packages and receipts", GuideScreens.guide(guide, "packages").title().getValue());
    }

    @Test
    void typingFindsPagesAndEmptyingShowsAll() {
        var model = new GuideViewModel(guide, "");
        model.filter.text().set("receipt");
        assertEquals("packages", model.topics.getFirst().page().topic());
        assertTrue(model.topics.size() < guide.pages().size());
        model.filter.text().set("zzz");
        assertEquals(List.of(), model.topics);
        model.filter.clear();
        assertEquals(guide.pages().size(), model.topics.size());
    }

    @Test
    void thePicturesOfEveryPageHaveNoSlip() {
        for (var topic : List.of("lro", "extracts", "packages", "keyboard", "words"))
            assertEquals(List.of(), Shots.take("guide-" + topic, 1280, 800, () -> shown(topic)), topic);
    }

    @Test
    void everyPageCanBeShownAndEveryLinkFollowed() {
        Shots.toolkit();
        for (var page : guide.pages())
            Shots.run(() -> {
                var pane = new GuidePane(page, topic -> assertTrue(guide.page(topic).isPresent()));
                assertEquals(page.blocks().size() + 1, pane.getChildren().size());
                pane.lookupAll(".hyperlink").forEach(link -> ((javafx.scene.control.Hyperlink) link).fire());
            });
    }

    @Test
    void aPageIsFoundAndReadByKeyboardAlone() {
        try (var hand = new Hand(() -> shown(""))) {
            hand.at(".filter-text").type("moderat").press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.UP);
            var title = (javafx.scene.control.Label) hand.node(".guide-page .page-title");
            assertTrue(title.getText().toLowerCase(java.util.Locale.UK).contains("moderat"), title.getText());
        }
    }
}
