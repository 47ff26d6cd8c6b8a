package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.VaultDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes a vault with its first person.
@Command(
        name = "init",
        description = {
            "Make a vault with its first person, an administrator.",
            "The recovery code is printed once, on standard error: write it down and keep it away from this computer."
        },
        footer = {
            "",
            "Example:",
            "  fourfold init --vault vault --agency EMSOU --user X1 --name \"A Officer\" --role administrator,lro"
        })
final class InitCommand implements Invocation {

    @Option(names = "--vault", required = true, paramLabel = "DIR", description = "An empty folder, or one to make.")
    private Path vault = Path.of("");

    @Option(
            names = "--agency",
            required = true,
            paramLabel = "A",
            description = "The force or regional unit whose vault it is, by any of its names.")
    private String agency = "";

    @Option(names = "--user", required = true, paramLabel = "ID", description = "The collar number of the first person.")
    private String user = "";

    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "The name of the first person.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE[,ROLE...]",
            description = "administrator, and lro, supervisor or analyst where the person is that too.")
    private String role = "";

    @Option(
            names = "--passphrase-file",
            paramLabel = "F",
            description = "A file whose first line is the passphrase to be. Without it, the file named by"
                    + " FOURFOLD_PASSPHRASE_FILE; without that, the terminal is asked.")
    private @Nullable String passphraseFile;

    private final Terminal terminal;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        var roles = RoleNames.of(role);
        var passphrase = terminal.secrets().first(passphraseFile);
        var begun = terminal.vaults().get().begin(new VaultDesk.Begin(vault, agency, user, name, roles, passphrase));
        return switch (begun) {
            case Outcome.Refused<VaultDesk.Begun>(var problem) -> terminal.tell(Outcome.refused(problem));
            case Outcome.Done<VaultDesk.Begun>(var done) -> {
                var office = done.office();
                var lobby = office.lobby();
                try (lobby;
                        office) {
                    var session = office.session();
                    yield terminal.tell(Outcome.done(Answer.of(Json.of(Map.of(
                                    "agency", Json.of(session.agency()),
                                    "user", Json.of(session.user()),
                                    "roles", Json.texts(session.roles().stream().map(r -> r.label()).toList()),
                                    "vault", Json.of(vault.toAbsolutePath().normalize().toString()))))
                            .saying(List.of("Recovery code, shown only this once: " + done.recoveryCode()))));
                }
            }
        };
    }
}
