package fourfold.app;

import fourfold.cli.Cli;
import fourfold.cli.Prompt;
import fourfold.desk.Surroundings;
import fourfold.desk.VaultDesk;
import fourfold.extract.ReferenceTables;
import fourfold.ui.vault.Door;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the program starts: the window where there is no command, and a command otherwise. Not a JavaFX `Application`, so
/// that a command starts without the toolkit.
public final class Main {

    private static final String SERIAL_FILTER = "jdk.serialFilter";

    private Main() {}

    /// Starts the program, and ends the process with the exit code when it is done.
    public static void main(String... args) {
        // nothing here reads Java serialisation, so nothing may: read by the JDK once, when it first meets such a stream
        if (System.getProperty(SERIAL_FILTER) == null) System.setProperty(SERIAL_FILTER, "!*");
        System.exit(commandLine().run(List.of(args), System.in, System.out, System.err));
    }

    static Cli commandLine() {
        return new Cli(
                Main::vaults,
                Prompt.terminal(),
                System.getenv(),
                Main::window,
                new Demo(System.getenv(), System.getProperty("user.home", ".")));
    }

    private static VaultDesk vaults() {
        return new VaultDesk(Surroundings.usual(ReferenceTables.whenAsked()));
    }

    /// The window's program, with the settings that are kept for this person.
    ///
    /// @param vaults to offer, the first to be unlocked; empty for those opened lately
    static WindowProgram program(Map<String, String> environment, List<Path> vaults) {
        return new WindowProgram(
                Main::vaults, AppPaths.settings(environment, System.getProperty("user.home", ".")), vaults);
    }

    private static int window(Optional<Path> vault) {
        if (!Display.isThere(System.getenv(), System.getProperty("os.name", ""))) {
            System.err.println("There is no display for the window; fourfold --help lists the commands that need none.");
            return 1;
        }
        try {
            return program(System.getenv(), vault.stream().toList()).show(Door.Hint.NONE, "");
        } catch (UnsupportedOperationException noToolkit) {
            System.err.println(Display.unusable(noToolkit) + "; fourfold --help lists the commands that need none.");
            return 1;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
