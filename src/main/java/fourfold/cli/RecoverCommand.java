package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.desk.Lobby;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lets somebody in who has lost their passphrase.
@Command(
        name = "recover",
        description = {
            "Let somebody in who has lost their passphrase.",
            "It takes the recovery code and a new passphrase. They get new keys; what they signed earlier stays theirs."
        },
        footer = {"", "Example:", "  fourfold recover --vault vault --as X1"})
final class RecoverCommand implements Invocation {

    @Option(names = "--vault", required = true, paramLabel = "DIR", description = "The folder of the vault.")
    private Path vault = Path.of("");

    @Option(names = "--as", required = true, paramLabel = "ID", description = "The collar number of the person.")
    private String user = "";

    @Option(
            names = "--recovery-code-file",
            paramLabel = "F",
            description = "A file whose first line is the recovery code; without it, the terminal is asked.")
    private @Nullable String codeFile;

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "F",
            description = "A file whose first line is the new passphrase; without it, the terminal is asked.")
    private @Nullable String newPassphraseFile;

    private final Terminal terminal;

    RecoverCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        return switch (terminal.vaults().get().approach(vault)) {
            case Outcome.Refused<Lobby>(var problem) -> terminal.tell(Outcome.refused(problem));
            case Outcome.Done<Lobby>(var lobby) -> {
                try (lobby) {
                    var code = terminal.secrets().recoveryCode(codeFile);
                    var fresh = terminal.secrets().fresh(newPassphraseFile);
                    yield VaultOptions.inside(
                            terminal,
                            lobby.recover(new Lobby.Recover(user, code, fresh, Watch.nobody())),
                            office -> Outcome.done(Answer.of(Json.of(Map.of(
                                    "user", Json.of(office.session().user()), "recovered", Json.of(true))))));
                }
            }
        };
    }
}
