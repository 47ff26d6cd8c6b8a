package fourfold.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows the program on the example region.
@Command(
        name = "demo",
        description = {
            "Try the program on an example.",
            "Makes a demo vault loaded with the example region (invented data) and opens it; its passphrase stands on the"
                    + " unlock screen."
        },
        footer = {"", "Examples:", "  fourfold demo", "  fourfold demo --vault demo --scale 100"})
final class DemoCommand implements Invocation {

    @Option(names = "--vault", paramLabel = "DIR", description = "Where the demo vault is made, or found again.")
    private @Nullable Path vault;

    @Option(names = "--tour", description = "Run the main job by itself, without a display, and print what it did.")
    private boolean tour;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "How many times the example is loaded, to try the program at size; 100 is more than the whole"
                    + " country's list.")
    private int scale = 1;

    private final Terminal terminal;
    private final Demonstration demonstration;

    DemoCommand(Terminal terminal, Demonstration demonstration) {
        this.terminal = terminal;
        this.demonstration = demonstration;
    }

    @Override
    public int call() {
        if (scale < 1) throw new Usage("--scale is 1 or more.");
        return demonstration.run(
                new Demonstration.Wish(Optional.ofNullable(vault), tour, scale), terminal.out(), terminal.err());
    }
}
