package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

final class CommandsTest {

    private static Command command(String text, String keys) {
        return Command.of(text.toLowerCase(java.util.Locale.ROOT), text, () -> {}).on(keys);
    }

    @Test
    void twoCommandsOnTheSameKeysAreRefusedByName() {
        var commands = new Commands();
        var clash = assertThrows(
                IllegalArgumentException.class,
                () -> commands.everywhere(List.of(command("Submit", "Ctrl+Shift+S"), command("Send", "shift+ctrl+s"))));
        assertTrue(clash.getMessage().contains("\"Submit\" and by \"Send\""), clash.getMessage());
    }

    @Test
    void aPlaceMayNotTakeTheKeysOfTheProgram() {
        var commands = new Commands();
        commands.everywhere(List.of(command("Lock", "Ctrl+L")));
        assertThrows(IllegalArgumentException.class, () -> commands.enter(List.of(command("List", "Ctrl+L"))));
    }

    @Test
    void commandsOfAPlaceGoWhenItIsLeft() {
        var commands = new Commands();
        commands.everywhere(List.of(command("Lock", "Ctrl+L")));
        commands.enter(List.of(command("Submit", "Ctrl+Enter")));
        assertTrue(commands.on("ctrl+enter").isPresent());
        commands.enter(List.of());
        assertTrue(commands.on("Ctrl+Enter").isEmpty());
        assertTrue(commands.on("Ctrl+L").isPresent());
    }

    @Test
    void plusIsAKeyLikeAnyOther() {
        assertEquals("CTRL++", Commands.same("Ctrl++"));
        assertEquals("CTRL+SHIFT+D", Commands.same("shift+ctrl+d"));
    }

    @Test
    void aCommandThatIsNotPossibleSaysWhyAndDoesNothing() {
        var done = new ArrayList<String>();
        var possible = new SimpleBooleanProperty(false);
        var submit = Command.of("plan.submit", "Submit", () -> done.add("submit"))
                .when(possible, "Prepare is empty: say why.");
        assertEquals("Prepare is empty: say why.", submit.run());
        possible.set(true);
        assertEquals("", submit.run());
        assertEquals(List.of("submit"), done);
    }
}
