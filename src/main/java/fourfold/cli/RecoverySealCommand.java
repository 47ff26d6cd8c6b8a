package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Seals a recovery code to another unit.
@Command(
        name = "seal",
        description = {
            "Seal a recovery code to a trusted unit.",
            "Only that unit's administrators can open the file. The code on paper holds on; one sealed to that unit earlier does"
                    + " not. Only an administrator may do this."
        },
        footer = {"", "Example:", "  fourfold recovery seal --vault vault --to EMSOU --out derbyshire.escrow"})
final class RecoverySealCommand extends DeskCommand {

    @Option(names = "--to", required = true, paramLabel = "AGENCY", description = "The unit that keeps it.")
    private String to = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out = Path.of("");

    RecoverySealCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.trust().sealRecoveryTo(to, out).map(sealed -> Answer.of(Json.of(Map.of(
                "agency", Json.of(sealed.agency()),
                "file", Json.of(out.toString()),
                "fingerprint", Json.of(sealed.fingerprint())))));
    }
}
