package fourfold.cli;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which vault, who, and with which passphrase: the options of every command that opens one.
final class VaultOptions {

    @Option(names = "--vault", required = true, paramLabel = "DIR", description = "The folder of the vault.")
    private Path vault = Path.of("");

    @Option(
            names = "--as",
            paramLabel = "ID",
            description = "The collar number of the person who does it; may be left out where the vault has one person.")
    private @Nullable String user;

    @Option(
            names = "--passphrase-file",
            paramLabel = "F",
            description = "A file whose first line is the passphrase. Without it, the file named by"
                    + " FOURFOLD_PASSPHRASE_FILE; without that, the terminal is asked.")
    private @Nullable String passphraseFile;

    /// The folder of the vault.
    Path vault() {
        return vault;
    }

    /// Where the passphrase is, if it was said.
    @Nullable String passphraseFile() {
        return passphraseFile;
    }

    /// Unlocks, does the work and locks again; gives the exit code.
    int unlocked(Terminal terminal, boolean rebuild, Function<Office, Outcome<Answer>> work) {
        return switch (terminal.vaults().get().approach(vault)) {
            case Outcome.Refused<Lobby>(var problem) -> terminal.tell(Outcome.refused(problem));
            case Outcome.Done<Lobby>(var lobby) -> {
                try (lobby) {
                    var person = person(user, lobby.people());
                    var passphrase = terminal.secrets().passphrase(passphraseFile, person);
                    yield inside(
                            terminal, lobby.unlock(new Lobby.Unlock(person, passphrase, rebuild, Watch.nobody())), work);
                }
            }
        };
    }

    /// Does the work in the office and locks again. The answer is printed before the lock, since a long list is read
    /// while it is written.
    static int inside(Terminal terminal, Outcome<Office> entered, Function<Office, Outcome<Answer>> work) {
        return switch (entered) {
            case Outcome.Refused<Office>(var problem) -> terminal.tell(Outcome.refused(problem));
            case Outcome.Done<Office>(var office) -> {
                try (office) {
                    yield terminal.tell(work.apply(office));
                }
            }
        };
    }

    /// Who does it.
    ///
    /// @param named the person named with `--as`, or null
    /// @param people who there is
    /// @throws Usage where several could and none was named
    static String person(@Nullable String named, List<String> people) {
        if (named != null) return named;
        if (people.size() == 1) return people.getFirst();
        throw new Usage("There are several people; say with --as which one you are: " + String.join(", ", people) + ".");
    }
}
