package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Bars and lists of sentences, by the keyboard.
@Windowed
final class BarsAndListsTest {

    @BeforeAll
    static void toolkit() {
        Shots.toolkit();
    }

    @Test
    void a_list_of_sentences_is_walked_with_the_arrows_and_keeps_its_line() {
        var list = Shots.onScreen(() -> new TallList<String>("Words", one -> one.charAt(0), Nodes::prose, one -> one));
        Shots.run(() -> list.show(List.of("alpha", "beta", "gamma")));
        var opened = new ArrayList<String>();
        Shots.run(() -> list.opens(() -> opened.add(list.chosen().get())));
        try (var hand = new Hand(() -> new VBox(list))) {
            assertEquals("alpha", list.chosen().get());
            hand.at(".tall-list").press(KeyCode.DOWN, 5);
            assertEquals("gamma", list.chosen().get());
            hand.press(KeyCode.UP).press(KeyCode.ENTER);
            assertEquals(List.of("beta"), opened);
            assertTrue(list.getAccessibleText().contains("2 of 3: beta"), list.getAccessibleText());
            Shots.run(() -> list.show(List.of("new", "beta again")));
            assertEquals("beta again", list.chosen().get());
            Shots.run(() -> list.show(List.of()));
            assertNull(list.chosen().get());
            hand.press(KeyCode.DOWN).press(KeyCode.END);
            assertNull(list.chosen().get());
        }
    }

    @Test
    void bars_are_as_long_as_their_share_say_their_number_and_open_by_key() {
        var opened = new ArrayList<String>();
        var bars = Shots.onScreen(() -> Bars.of(
                "By P",
                List.of(new Bars.Bar("Pursue", 36, "36"), new Bars.Bar("Prevent", 18, "18"), new Bars.Bar("Prepare", 0, "0")),
                0,
                at -> opened.add(List.of("Pursue", "Prevent", "Prepare").get(at))));
        try (var hand = new Hand(() -> new VBox(bars))) {
            var fills = Shots.onScreen(() -> bars.lookupAll(".bar-fill").stream().map(Region.class::cast).map(Region::getWidth).toList());
            assertEquals(fills.get(0) / 2, fills.get(1), 1);
            assertEquals(0, fills.get(2));
            hand.at(".bar-button").press(KeyCode.SPACE).press(KeyCode.TAB).press(KeyCode.SPACE);
            assertEquals(List.of("Pursue", "Prevent"), opened);
        }
        assertEquals(List.of(), Shots.take("bars", 560, 420, () -> new VBox(Bars.of(
                "By reason",
                List.of(
                        new Bars.Bar("Force members not available", 13, "13 of 24, 54 %"),
                        new Bars.Bar("A reason that somebody wrote at great length", 6, "6 of 24, 25 %"),
                        new Bars.Bar("None", 0, "0 of 24, 0 %"))))));
    }
}
