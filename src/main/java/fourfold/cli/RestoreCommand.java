package fourfold.cli;

import fourfold.core.kernel.Json;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a vault from a backup.
@Command(
        name = "restore",
        description = {
            "Restore a backup.",
            "Into a folder that is empty or not there yet, as a new copy of the same vault; with the passphrase of somebody"
                    + " who could be let in when the backup was made."
        },
        footer = {"", "Example:", "  fourfold restore /media/usb/vault.backup --vault vault --as X1"})
final class RestoreCommand implements Invocation {

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    private Path backup = Path.of("");

    @Option(names = "--vault", required = true, paramLabel = "DIR", description = "An empty folder, or one to make.")
    private Path vault = Path.of("");

    @Option(
            names = "--as",
            paramLabel = "ID",
            description = "The collar number of the person whose passphrase it is; may be left out where the backup has one"
                    + " person.")
    private @Nullable String user;

    @Option(
            names = "--passphrase-file",
            paramLabel = "F",
            description = "A file whose first line is the passphrase. Without it, the file named by"
                    + " FOURFOLD_PASSPHRASE_FILE; without that, the terminal is asked.")
    private @Nullable String passphraseFile;

    @Option(
            names = "--recovery-code-file",
            paramLabel = "F",
            description = "A file whose first line is a recovery code, in place of a passphrase; fourfold recover then lets somebody"
                    + " in.")
    private @Nullable String codeFile;

    private final Terminal terminal;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        var desk = terminal.vaults().get();
        if (codeFile != null)
            return terminal.tell(
                    desk.restore(backup, vault, terminal.secrets().recoveryCode(codeFile)).map(this::answer));
        return terminal.tell(desk.peopleIn(backup).then(people -> {
            var person = VaultOptions.person(user, people);
            var passphrase = terminal.secrets().passphrase(passphraseFile, person);
            return desk.restore(backup, vault, person, passphrase).map(this::answer);
        }));
    }

    private Answer answer(int files) {
        return Answer.of(Json.of(Map.of(
                "vault", Json.of(vault.toAbsolutePath().normalize().toString()), "files", Json.of(files))));
    }
}
