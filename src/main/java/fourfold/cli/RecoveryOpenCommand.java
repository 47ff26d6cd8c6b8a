package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Opens a recovery code that another vault sealed to this unit.
@Command(
        name = "open",
        description = {
            "Open a recovery code that another vault sealed to this unit.",
            "The code is printed on standard error. Tell it only to somebody whom you know. Only an administrator may do this."
        },
        footer = {"", "Example:", "  fourfold recovery open --vault vault derbyshire.escrow"})
final class RecoveryOpenCommand extends DeskCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "The sealed code.")
    private Path file = Path.of("");

    RecoveryOpenCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.trust().openSealedCode(file).map(code -> Answer.of(Json.of(Map.of("opened", Json.of(true))))
                .saying(List.of("Recovery code: " + code)));
    }
}
