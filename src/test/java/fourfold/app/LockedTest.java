package fourfold.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.desk.LobbyAhead;
import fourfold.desk.Surroundings;
import fourfold.desk.TestVaults;
import fourfold.desk.VaultDesk;
import fourfold.ui.kit.Prompts;
import fourfold.ui.place.Place;
import fourfold.ui.vault.Door;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Once the vault is locked nothing of it is on the screen or in reach, whatever was open and whatever ends afterwards.
@Windowed
class LockedTest {

    @TempDir
    Path folder;

    private final Surroundings surroundings = TestVaults.surroundings(TestVaults.clock());
    private Startup startup;
    private Hand hand;

    @BeforeEach
    void somebodyIsLetIn() throws TimeoutException {
        var begun = new VaultDesk(surroundings)
                .begin(new VaultDesk.Begin(
                        folder.resolve("vault"), "EMSOU", "X90001", "Administrator", EnumSet.of(Role.ADMINISTRATOR, Role.LRO),
                        TestVaults.PASSPHRASE.toCharArray()))
                .orThrow();
        TestVaults.loadExample(begun.office());
        begun.office().close();
        begun.office().lobby().close();
        hand = new Hand(() -> {
            startup = new Startup(
                    new VaultDesk(surroundings), LobbyAhead.nobody(), new WindowProgram.Offered(List.of(folder.resolve("vault"))),
                    Door.Hint.NONE);
            return startup.shell();
        });
        rest();
        hand.type(TestVaults.PASSPHRASE).press(KeyCode.ENTER);
        rest();
        assertNotNull(startup.workspace());
    }

    @AfterEach
    void leave() {
        Shots.run(startup::close);
        hand.close();
    }

    private void rest() throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Shots.onScreen(startup::isQuiet));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String words() {
        return Shots.onScreen(() -> String.join("\n", hand.scene().getRoot().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .filter(node -> node instanceof Labeled)
                .map(node -> ((Labeled) node).getText())
                .toList()));
    }

    private boolean isBare() {
        return Shots.onScreen(() -> hand.scene().getRoot().lookup(".rail") == null && !startup.shell().overlay().isOpen()
                && startup.shell().sheets().open().get() == null);
    }

    private void lookFor(String text) {
        hand.press(KeyCode.CONTROL, KeyCode.K);
        Shots.run(() -> ((TextField) hand.node("#palette-text")).setText(text));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void the_keys_lock_whatever_is_open_and_leave_nothing_of_it() throws TimeoutException {
        assertFalse(isBare());
        lookFor("oasis");
        assertTrue(words().contains("Oasis"), words());
        hand.press(KeyCode.CONTROL, KeyCode.L);
        rest();
        assertNull(startup.workspace());
        assertFalse(words().contains("Oasis"), words());
        assertTrue(isBare());
        for (var keys : List.of(
                new KeyCode[] {KeyCode.CONTROL, KeyCode.K}, new KeyCode[] {KeyCode.F1}, new KeyCode[] {KeyCode.CONTROL, KeyCode.DIGIT2},
                new KeyCode[] {KeyCode.ALT, KeyCode.LEFT}, new KeyCode[] {KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D})) {
            hand.press(keys);
            assertTrue(isBare(), List.of(keys).toString());
        }
        hand.at(".password-field").type(TestVaults.PASSPHRASE).press(KeyCode.ENTER);
        rest();
        assertNotNull(startup.workspace(), this::words);
        lookFor("oasis");
        assertTrue(words().contains("Oasis"), "whoever is let in again finds records again");
    }

    @Test
    void what_ends_after_the_lock_says_asks_shows_and_opens_nothing() throws TimeoutException {
        var desktop = startup.workspace().desktop();
        var done = new ArrayList<String>();
        Shots.run(() -> desktop.tools().prompts().ask(new Prompts.Question("Op Oasis", "Close it?", "Close"), () -> done.add("closed")));
        var yes = Shots.onScreen(() -> (javafx.scene.control.Button) hand.scene().getFocusOwner());
        Shots.run(startup::lockNow);
        Shots.run(yes::fire);
        Shots.run(() -> {
            desktop.tools().status().say("Op Oasis is saved");
            desktop.tools().prompts().tell("Op Oasis", "Saved");
            desktop.sheets().open("late", () -> {
                throw new AssertionError("a sheet is made");
            });
            desktop.go().go(new Place.Threats("oasis"));
        });
        rest();
        assertTrue(isBare());
        assertFalse(words().contains("Oasis"), words());
        assertEquals(List.of(), done);
        Shots.run(() -> startup.navigator().restart(new Place.Unlock()));
        hand.at(".password-field").type(TestVaults.PASSPHRASE).press(KeyCode.ENTER);
        rest();
        assertFalse(words().contains("Oasis is saved"), "nor to whoever is let in next");
    }
}
