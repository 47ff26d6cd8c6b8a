package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import java.nio.file.Path;
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
        return office.trust().exportNew(out).then(file -> office.certificates().all()).map(all -> all.getFirst()).map(own -> Answer.of(Json.of(Map.of(
                        "agency", Json.of(own.agency()),
                        "file", Json.of(out.toString()),
                        "fingerprint", Json.of(own.fingerprint()),
                        "words", Json.of(own.words()))))
                .saying(List.of("Read these six words to whoever trusts it: " + own.words() + ".")));
    }
}
