package fourfold.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.ui.shell.Look;
import fourfold.vault.LocalDisk;
import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What this computer remembers of the look, and how the theme follows the computer's.
final class PreferencesTest {

    @TempDir
    Path folder;

    private Preferences read() {
        return Preferences.read(new LocalDisk(), folder.resolve("settings.json"));
    }

    @Test
    void theThemeIsTheComputersOwnUntilOneIsChosenAndTheChoiceIsRemembered() {
        assertTrue(read().asSystem());
        read().left(new Preferences.Theme(true, false), 150, false, 1000, 700);
        assertFalse(read().asSystem());
        assertTrue(read().dark());
        assertEquals(150, read().percent());
        read().left(new Preferences.Theme(true, true), 100, false, 1000, 700);
        assertTrue(read().asSystem());
    }

    @Test
    void theLookFollowsTheComputerOnlyWhileItIsAskedTo() {
        var computer = new SimpleObjectProperty<>(true);
        var look = new Look();
        look.follow(computer);
        assertFalse(look.dark().get());
        look.asSystem().set(true);
        assertTrue(look.dark().get());
        computer.set(false);
        assertFalse(look.dark().get());
        look.switchTheme();
        assertTrue(look.dark().get());
        computer.set(true);
        computer.set(false);
        assertTrue(look.dark().get(), "a theme that was chosen stays");
    }
}
