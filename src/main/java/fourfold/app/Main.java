package fourfold.app;

import fourfold.cli.Cli;
import fourfold.cli.Prompt;
import fourfold.desk.Surroundings;
import fourfold.desk.VaultDesk;
import fourfold.extract.ReferenceTables;
import java.util.List;

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

    private static Cli commandLine() {
        return new Cli(
                () -> new VaultDesk(Surroundings.usual(ReferenceTables.read())),
                Prompt.terminal(),
                System.getenv(),
                vault -> refuse("There is no window in this build; fourfold --help lists the commands."),
                (wish, out, err) -> refuse("There is no demo in this build; fourfold --help lists the commands."));
    }

    private static int refuse(String sentence) {
        System.err.println(sentence);
        return 1;
    }
}
