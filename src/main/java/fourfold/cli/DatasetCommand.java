package fourfold.cli;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.threat.Threat;
import fourfold.desk.DatasetDesk;
import fourfold.desk.Office;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes the dataset for analysis.
@Command(
        name = "dataset",
        description = {
            "Write all records that may leave as a dataset for Power BI: CSV tables of a star schema with a descriptor.",
            "No narrative and no name of a person is in it. What is withheld, and why, is in the output and in the dataset."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold dataset --vault vault --out dataset",
            "  fourfold dataset --vault vault --out dataset --purpose \"Quarterly performance\" --ceiling OFFICIAL"
        })
final class DatasetCommand extends DeskCommand {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder, which must be new or empty.")
    private Path out = Path.of("");

    @Option(names = "--purpose", paramLabel = "TEXT", description = "What for; it stands in the dataset. Analysis where nothing is said.")
    private String purpose = "Analysis";

    @Option(
            names = "--ceiling",
            paramLabel = "OFFICIAL|OFFICIAL-SENSITIVE",
            description = "The highest marking that it shall have; OFFICIAL-SENSITIVE unless said otherwise.")
    private String ceiling = Marking.OFFICIAL_SENSITIVE.label();

    @Option(
            names = "--answer",
            paramLabel = "REF=TEXT",
            description = "How the handling instructions of a threat are met for this purpose; may be repeated. Without it such a"
                    + " threat is left out with all that belongs to it.")
    private List<String> answers = new ArrayList<>();

    DatasetCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        Written.of("--answer", answers);
        Markings.of("--ceiling", ceiling);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return ids(office, Written.of("--answer", answers).values())
                .then(words -> office.dataset().write(
                        new DatasetDesk.Wish(purpose, Markings.of("--ceiling", ceiling), words), out))
                .map(DatasetCommand::answer);
    }

    /// The answers by the identity of their threats.
    static Outcome<Map<Id<Threat>, String>> ids(Office office, Map<String, String> given) {
        Outcome<Map<Id<Threat>, String>> found = Outcome.done(new LinkedHashMap<>());
        for (var answer : given.entrySet())
            found = found.then(words -> office.threats().open(answer.getKey()).map(kept -> {
                words.put(kept.record().id(), answer.getValue());
                return words;
            }));
        return found;
    }

    private static Answer answer(DatasetDesk.Written written) {
        var tables = new TreeMap<String, Json>();
        written.rows().forEach((name, rows) -> tables.put(name, Json.of(rows)));
        return Answer.of(Json.of(Map.of(
                "folder", Json.of(written.folder().toString()),
                "marking", Json.of(written.marking().label()),
                "rows", Json.of(tables),
                "withheld", Json.of(written.withheld().stream()
                        .map(one -> Json.of(Map.of(
                                "kind", Json.of(one.kind()),
                                "why", Json.of(one.why().label()),
                                "records", Json.of(one.records()))))
                        .toList()))));
    }
}
