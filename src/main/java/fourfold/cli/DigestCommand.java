package fourfold.cli;

import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Command;

/// Prints the digest of the settled state.
@Command(
        name = "digest",
        description = {
            "Print one hash over every value that stands in the shared records.",
            "It is equal on two vaults exactly when they hold the same."
        },
        footer = {"", "Example:", "  fourfold digest --vault vault"})
final class DigestCommand extends DeskCommand {

    DigestCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.journal()
                .digest()
                .map(digest -> new Answer(output -> output.writing(writer -> {
                    try {
                        writer.write(digest + "\n");
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                }), List.of(), Exit.DONE));
    }
}
