package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.desk.Office;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes the certificates of this unit and its people.
@Command(
        name = "export",
        description = {
            "Write the certificates of this unit and its people.",
            "One armoured OpenPGP keyring, to be handed to other units; nothing in it is secret."
        },
        footer = {"", "Example:", "  fourfold cert export --vault vault --out emsou.asc"})
final class CertExportCommand extends DeskCommand {

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write; it must not be there yet.")
    private Path out = Path.of("");

    CertExportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    boolean needsCertificates() {
        return true;
    }

    @Override
    Outcome<Answer> run(Office office) {
        try {
            Files.write(out, office.trust().certificates(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            return Outcome.refused(new Problem.NotNow("The file " + out + " is there already."));
        } catch (IOException failed) {
            out.toFile().delete();
            return Outcome.refused(new Problem.NotNow("The file " + out + " cannot be written."));
        }
        return office.certificates().all().map(all -> all.getFirst()).map(own -> Answer.of(Json.of(Map.of(
                        "agency", Json.of(own.agency()),
                        "file", Json.of(out.toString()),
                        "fingerprint", Json.of(own.fingerprint()),
                        "words", Json.of(own.words()))))
                .saying(List.of("Read these six words to whoever trusts it: " + own.words() + ".")));
    }
}
