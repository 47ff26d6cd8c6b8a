package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.desk.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Believes another unit's certificates.
@Command(
        name = "trust",
        description = {
            "Trust another unit's certificates.",
            "Compare the fingerprint with that unit by another way first. Only an administrator may do this."
        },
        footer = {"", "Example:", "  fourfold cert trust --vault vault --agency Derbyshire derbyshire.asc"})
final class CertTrustCommand extends DeskCommand {

    private static final int LONGEST = 16 << 20;

    @Option(names = "--agency", required = true, paramLabel = "A", description = "Whose certificates they are.")
    private String agency = "";

    @Parameters(index = "0", paramLabel = "FILE", description = "An OpenPGP keyring, armoured or not.")
    private Path file = Path.of("");

    CertTrustCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return keyring().then(keyring -> office.trust().trust(agency, keyring)).map(trusted -> Answer.of(Json.of(Map.of(
                        "agency", Json.of(trusted.agency()),
                        "fingerprint", Json.of(trusted.fingerprint()),
                        "people", Json.of(trusted.people()))))
                .saying(List.of("Trusted: " + trusted.agency() + ", " + trusted.fingerprint() + ".")));
    }

    private Outcome<byte[]> keyring() {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LONGEST + 1);
            return bytes.length <= LONGEST
                    ? Outcome.done(bytes)
                    : Outcome.refused(new Problem.Damaged("The file " + file + " is too long to be a keyring."));
        } catch (IOException failed) {
            return Outcome.refused(new Problem.Damaged("The file " + file + " cannot be read."));
        }
    }
}
