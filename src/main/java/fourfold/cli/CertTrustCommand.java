package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
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
        footer = {
            "",
            "Examples:",
            "  fourfold cert trust --vault vault --agency Derbyshire derbyshire.asc",
            "  fourfold cert trust --vault vault --agency Derbyshire --office derbyshire-supervisors.asc"
        })
final class CertTrustCommand extends DeskCommand {

    @Option(names = "--agency", required = true, paramLabel = "A", description = "Whose certificates they are.")
    private String agency = "";

    @Option(
            names = "--office",
            description = "They are those of one more office of that agency, which has another vault: of our own agency, or of"
                    + " one that is trusted already.")
    private boolean office;

    @Parameters(index = "0", paramLabel = "FILE", description = "An OpenPGP keyring, armoured or not.")
    private Path file = Path.of("");

    CertTrustCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    boolean needsCertificates() {
        return true;
    }

    @Override
    Outcome<Answer> run(Office desks) {
        return CertificatesCommand.keyring(file).then(keyring -> desks.trust().trust(agency, keyring, office)).map(trusted -> Answer.of(Json.of(Map.of(
                        "agency", Json.of(trusted.agency()),
                        "fingerprint", Json.of(trusted.fingerprint()),
                        "words", Json.of(trusted.words()),
                        "people", Json.of(trusted.people()))))
                .saying(List.of("Trusted: " + trusted.agency() + ", " + trusted.fingerprint() + ".",
                        "In six words: " + trusted.words() + ". Ring the unit and have them read theirs to you.")));
    }
}
