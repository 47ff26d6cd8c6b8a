package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes a backup.
@Command(
        name = "backup",
        description = {
            "Write an encrypted backup.",
            "It is read again to its end before it takes the place of an earlier file of that name. Only an administrator"
                    + " may do this."
        },
        footer = {"", "Example:", "  fourfold backup --vault vault --out /media/usb/vault.backup"})
final class BackupCommand extends DeskCommand {

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out = Path.of("");

    BackupCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.trust().backUp(out).map(made -> Answer.of(Json.of(Map.of(
                "file", Json.of(out.toString()),
                "files", Json.of(made.files()),
                "bytes", Json.of(made.bytes())))));
    }
}
