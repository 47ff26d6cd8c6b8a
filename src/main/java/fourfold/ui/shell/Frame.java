package fourfold.ui.shell;

import fourfold.ui.kit.Command;
import fourfold.ui.place.Navigator;
import java.util.List;

/// The commands of the frame itself.
final class Frame {

    static final String PALETTE = "frame.palette";

    private static final String FIND = "frame.find";

    private final Command back;
    private final Command forward;
    private final Command palette;
    private final Command help;
    private final Command keys;
    private final List<Command> others;

    Frame(Shell shell, Navigator navigator, Look look) {
        back = Command.of("frame.back", "Back", navigator::back)
                .on("Alt+Left")
                .icon("fth-arrow-left")
                .when(navigator.canGoBack(), "There is nothing to go back to.");
        forward = Command.of("frame.forward", "Forward", navigator::forward)
                .on("Alt+Right")
                .icon("fth-arrow-right")
                .when(navigator.canGoForward(), "There is nothing to go forward to.");
        palette = Command.of(PALETTE, "Search or command", shell::openPalette).on("Ctrl+K");
        help = Command.of("frame.help", "Help", shell::openHelp).on("F1");
        keys = Command.of("frame.keys", "Keys", shell::openKeys).on("Ctrl+/");
        others = List.of(
                Command.of(FIND, "Find in this place", shell::find).on("Ctrl+F"),
                Command.of("frame.larger", "Larger text", look::larger).on("Ctrl++"),
                Command.of("frame.smaller", "Smaller text", look::smaller).on("Ctrl+-"),
                Command.of("frame.normal", "Normal text size", () -> look.percent().set(100)).on("Ctrl+0"),
                Command.of("frame.dark", "Switch between light and dark", look::switchTheme));
    }

    Command back() {
        return back;
    }

    Command forward() {
        return forward;
    }

    Command palette() {
        return palette;
    }

    Command help() {
        return help;
    }

    Command keys() {
        return keys;
    }

    /// What can be done where no vault is open.
    List<Command> outside() {
        return others.stream().filter(command -> !command.id().equals(FIND)).toList();
    }

    List<Command> commands() {
        var all = new java.util.ArrayList<>(List.of(palette, back, forward, help, keys));
        all.addAll(others);
        return all;
    }
}
