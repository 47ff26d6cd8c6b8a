package fourfold.cli;

import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import fourfold.desk.PeopleDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lets somebody new in.
@Command(
        name = "add",
        description = {
            "Let somebody new in, with a passphrase to begin with.",
            "Only an administrator may do this."
        },
        footer = {
            "",
            "Example:",
            "  fourfold user add --vault vault --user X2 --name \"B Officer\" --role supervisor --new-passphrase-file F"
        })
final class UserAddCommand extends DeskCommand {

    @Option(names = "--user", required = true, paramLabel = "ID", description = "The collar number.")
    private String user = "";

    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "The name.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE[,ROLE...]",
            description = "lro, supervisor, analyst or administrator; several where the person is more than one.")
    private String role = "";

    @Option(names = "--manager", paramLabel = "ID", description = "The collar number of the line manager.")
    private String manager = "";

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "F",
            description = "A file whose first line is the new person's passphrase; without it, the terminal is asked.")
    private @Nullable String newPassphraseFile;

    UserAddCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        RoleNames.of(role);
    }

    @Override
    Outcome<Answer> run(Office office) {
        var fresh = terminal().secrets().fresh(newPassphraseFile);
        return office.people()
                .add(new PeopleDesk.Add(user, name, RoleNames.of(role), manager, fresh))
                .map(person -> Answer.of(
                        some(office.register().object(person), "collar", "name", "roles", "manager", "version")));
    }
}
