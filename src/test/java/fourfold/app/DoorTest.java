package fourfold.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Looks;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.desk.LobbyAhead;
import fourfold.desk.Surroundings;
import fourfold.desk.TestVaults;
import fourfold.desk.VaultDesk;
import fourfold.ui.place.Place;
import fourfold.ui.vault.Door;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/// The first screen of the program by keyboard alone: letting somebody in, and helping whoever has lost their passphrase.
@Windowed
class DoorTest {

    private static final String FRESH = "quite another set of words";

    @TempDir
    Path folder;

    private final Surroundings surroundings = TestVaults.surroundings(TestVaults.clock());
    private String code = "";
    private Startup startup;
    private boolean quiet;
    private Hand hand;

    @BeforeEach
    void aVaultIsThere() throws TimeoutException {
        var begun = new VaultDesk(surroundings)
                .begin(new VaultDesk.Begin(
                        folder.resolve("vault"), "EMSOU", "X90001", "Administrator", EnumSet.of(Role.ADMINISTRATOR, Role.LRO),
                        TestVaults.PASSPHRASE.toCharArray()))
                .orThrow();
        code = begun.recoveryCode();
        begun.office().close();
        begun.office().lobby().close();
        open(LobbyAhead.nobody());
    }

    private void open(LobbyAhead ahead) throws TimeoutException {
        hand = new Hand(() -> {
            startup = new Startup(
                    new VaultDesk(surroundings), ahead, new WindowProgram.Offered(List.of(folder.resolve("vault"))),
                    Door.Hint.NONE);
            quiet = startup.isQuiet();
            return startup.shell();
        });
        rest();
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

    private List<String> sentences() {
        return Shots.onScreen(() -> hand.scene().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Labeled)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .toList());
    }

    private Place place() {
        return Shots.onScreen(() -> startup.navigator().current().get());
    }

    @Test
    void the_keyboard_begins_at_the_passphrase_and_enter_lets_in() throws TimeoutException {
        assertInstanceOf(PasswordField.class, hand.focused());
        hand.type(TestVaults.PASSPHRASE).press(KeyCode.ENTER);
        rest();
        assertNotNull(startup.workspace());
        assertEquals(new Place.Home(), place());
    }

    @Test
    void who_went_ahead_to_the_vault_has_the_form_there_at_once_and_so_has_whoever_locked_it() throws TimeoutException {
        assertFalse(quiet, "with nobody gone ahead the screen has to ask");
        leave();
        open(LobbyAhead.to(folder.resolve("vault"), new VaultDesk(surroundings), Runnable::run));
        assertTrue(quiet, "nothing is left to ask");
        assertInstanceOf(PasswordField.class, hand.focused());
        hand.type(TestVaults.PASSPHRASE).press(KeyCode.ENTER);
        rest();
        assertNotNull(startup.workspace(), () -> sentences().toString());
        assertTrue(Shots.onScreen(() -> {
            startup.lockNow();
            return hand.scene().getRoot().lookup(".password-field") != null;
        }));
        rest();
        hand.type(TestVaults.PASSPHRASE).press(KeyCode.ENTER);
        rest();
        assertNotNull(startup.workspace(), () -> sentences().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "200"})
    void the_door_of_one_person_is_in_order(String mode) throws TimeoutException {
        Shots.run(() -> {
            startup.look().dress(hand.scene());
            startup.look().dark().set(mode.equals("dark"));
            startup.look().percent().set(mode.equals("200") ? 200 : 100);
        });
        rest();
        Shots.save("door-one-person-" + mode, hand.scene());
        assertEquals(List.of(), Shots.onScreen(() -> Looks.slips(hand.scene())));
        assertTrue(sentences().stream().anyMatch(text -> text.contains("X90001")), "who it is stands there: " + sentences());
        assertFalse(hand.sees(".combo-box"), "there is nobody else to choose");
    }

    @Test
    void a_wrong_passphrase_is_told_in_a_sentence_and_lets_nobody_in() throws TimeoutException {
        hand.type("not the right words at all").press(KeyCode.ENTER);
        rest();
        assertNull(startup.workspace());
        assertEquals(new Place.Unlock(), place());
        assertTrue(sentences().stream().anyMatch(text -> text.contains("passphrase") && text.endsWith(".")), sentences().toString());
    }

    @Test
    void whoever_has_lost_their_passphrase_gets_in_with_the_recovery_code_and_a_new_one() throws TimeoutException {
        assertFalse(hand.sees(".door-rescue .text-field"), "nothing is asked before somebody says so");
        hand.at(".door-rescue").press(KeyCode.SPACE);
        assertTrue(hand.sees(".door-rescue .text-field"));
        hand.at(".door-rescue .text-field");
        assertInstanceOf(TextField.class, hand.focused());
        hand.type(code).press(KeyCode.TAB).type(FRESH).press(KeyCode.TAB).press(KeyCode.SPACE);
        rest();
        assertNotNull(startup.workspace(), () -> sentences().toString());
        Shots.run(startup::lockNow);
        rest();
        hand.type(FRESH).press(KeyCode.ENTER);
        rest();
        assertNotNull(startup.workspace(), () -> sentences().toString());
    }
}
