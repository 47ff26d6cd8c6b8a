package fourfold.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// No command: the window.
@Command(
        name = "fourfold",
        description = {
            "Manage serious and organised crime threats with 4P plans, offline, in an encrypted vault.",
            "Without a command, the window opens."
        },
        footer = {
            "",
            "Every text option also exists as --NAME-file F (- for standard input), so that case text need not stand in a"
                    + " process list. Passphrases are never arguments.",
            "JSON goes to standard output, messages to standard error.",
            "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 damaged or unreadable.",
            "",
            "fourfold COMMAND --help explains a command."
        })
final class RootCommand implements Invocation {

    static final String VAULT = "--vault";

    @Option(names = VAULT, paramLabel = "DIR", description = "The vault that the window opens.")
    private @Nullable Path vault;

    private final Window window;

    RootCommand(Window window) {
        this.window = window;
    }

    @Override
    public int call() {
        return window.show(Optional.ofNullable(vault));
    }
}
