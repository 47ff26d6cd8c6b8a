package fourfold.cli;

import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import fourfold.desk.RegisterDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists all records of a kind.
@Command(
        name = "list",
        description = {
            "List threats, plans, actions, disruptions or meetings.",
            "As a JSON array of objects with the fields' names, or as CSV with the very columns of the extracts."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold list threats --vault vault --where agency=Derbyshire --where tier=\"Tier 1\"",
            "  fourfold list disruptions --vault vault --format csv > disruptions.csv"
        })
final class ListCommand extends DeskCommand {

    /// How a list is written.
    enum Format {
        JSON,
        CSV
    }

    @Parameters(index = "0", paramLabel = "TABLE", description = "threats, plans, actions, disruptions or meetings.")
    private String table = "";

    @Option(
            names = "--where",
            paramLabel = "FIELD=VALUE",
            description = "Only records with that value in that field, named by its name or its label; may be repeated."
                    + " A set has to hold the value. An empty value means that nothing is there. Plans, actions and meetings"
                    + " have the agency of their threats.")
    private List<String> where = new ArrayList<>();

    @Option(names = "--format", paramLabel = "json|csv", description = "json unless csv is asked for.")
    private Format format = Format.JSON;

    ListCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        var tables = RegisterDesk.tables();
        if (!tables.contains(table.toLowerCase(Locale.ROOT)))
            throw new Usage("There is no list of " + table + ", only " + String.join(", ", tables) + ".");
        Written.of("--where", where);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.register()
                .list(table, Written.of("--where", where).values())
                .map(listing -> new Answer(output -> write(listing, output), List.of(), Exit.DONE));
    }

    private void write(RegisterDesk.Listing listing, Output output) {
        switch (format) {
            case JSON -> output.list(listing.objects().get().stream());
            case CSV -> output.writing(listing.csv());
        }
    }
}
