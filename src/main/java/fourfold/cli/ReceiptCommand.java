package fourfold.cli;

import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Takes in the answer to a package.
@Command(
        name = "receipt",
        description = {
            "Take in the addressee's receipt for a package.",
            "Import writes one. From then on the outbox says what became of the package there."
        },
        footer = {"", "Example:", "  fourfold receipt EMSOU_to_DERBYSHIRE_000001_RECEIPT.gpg --vault vault"})
final class ReceiptCommand extends DeskCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "The receipt.")
    private Path file = Path.of("");

    ReceiptCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.outbox().confirm(file).map(line -> Answer.of(OutboxCommand.json(line))
                .saying(List.of("Package " + line.number() + " to " + line.to() + ": "
                        + line.state().label().toLowerCase(java.util.Locale.ROOT) + ".")));
    }
}
