package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Changes one's own passphrase.
@Command(
        name = "passphrase",
        description = {"Change your own passphrase.", "--passphrase-file is the one that holds now."},
        footer = {"", "Example:", "  fourfold passphrase --vault vault --as X1"})
final class PassphraseCommand extends DeskCommand {

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "F",
            description = "A file whose first line is the new passphrase; without it, the terminal is asked.")
    private @Nullable String newPassphraseFile;

    PassphraseCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        var user = office.session().user();
        var now = terminal().secrets().passphrase(options().passphraseFile(), user);
        var fresh = terminal().secrets().fresh(newPassphraseFile);
        return office.people()
                .changePassphrase(now, fresh)
                .map(done -> Answer.of(Json.of(Map.of("user", Json.of(user), "changed", Json.of(true)))));
    }
}
