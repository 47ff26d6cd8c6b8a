package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.desk.LoadDesk;
import fourfold.desk.LoadDesk.Tally;
import fourfold.desk.Office;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Loads extracts.
@Command(
        name = "load",
        description = {
            "Load extracts.",
            "Every row is loaded, or listed with its record number, column and reason; the good rows are loaded in one act."
                    + " Loading the same file again changes nothing. Exit code 1 where a row was rejected."
        },
        footer = {
            "",
            "Example:",
            "  fourfold load --vault vault --threats threats.csv --disruptions disruptions.csv --dry-run"
        })
final class LoadCommand extends DeskCommand {

    @Option(names = "--threats", paramLabel = "F", description = "An extract of threats.")
    private @Nullable Path threats;

    @Option(names = "--plans", paramLabel = "F", description = "An extract of plans.")
    private @Nullable Path plans;

    @Option(names = "--actions", paramLabel = "F", description = "An extract of plan actions.")
    private @Nullable Path actions;

    @Option(names = "--disruptions", paramLabel = "F", description = "An extract of disruption events.")
    private @Nullable Path disruptions;

    @Option(names = "--meetings", paramLabel = "F", description = "An extract of governance meetings.")
    private @Nullable Path meetings;

    @Option(names = "--dry-run", description = "Only say what would happen.")
    private boolean dryRun;

    LoadCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        if (files().isEmpty()) throw new Usage("Name a file to load, as in --threats threats.csv.");
    }

    private Map<String, Path> files() {
        var files = new LinkedHashMap<String, Path>();
        put(files, "threats", threats);
        put(files, "plans", plans);
        put(files, "actions", actions);
        put(files, "disruptions", disruptions);
        put(files, "meetings", meetings);
        return files;
    }

    private static void put(Map<String, Path> files, String table, @Nullable Path file) {
        if (file != null) files.put(table, file);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.load().load(new LoadDesk.Load(files(), dryRun, Watch.nobody())).map(LoadCommand::answer);
    }

    private static Answer answer(LoadDesk.Report report) {
        var json = Json.of(Map.of(
                "loaded", counts(report, Tally::loaded),
                "changed", counts(report, Tally::changed),
                "unchanged", counts(report, Tally::unchanged),
                "conflicts", counts(report, Tally::conflicts),
                "rejected", Json.of(report.rejected().stream().map(LoadCommand::rejected).toList())));
        var messages = new ArrayList<String>();
        report.warnings().forEach(note -> messages.add(note.sentence()));
        int rejected = report.rejected().size();
        if (rejected > 0) messages.add(taken(rejected));
        return Answer.of(json).saying(messages).ending(rejected > 0 ? Exit.REFUSED : Exit.DONE);
    }

    private static String taken(int rejected) {
        return rejected == 1
                ? "One row or file was not taken; the output says which and why."
                : rejected + " rows or files were not taken; the output says which and why.";
    }

    private static Json counts(LoadDesk.Report report, ToIntFunction<Tally> count) {
        var counts = new TreeMap<String, Json>();
        report.tallies().forEach((table, tally) -> counts.put(table, Json.of(count.applyAsInt(tally))));
        return Json.of(counts);
    }

    private static Json rejected(LoadDesk.Note note) {
        return Json.of(Map.of(
                "file", Json.of(note.file()),
                "record", Json.of(note.record()),
                "column", Json.of(note.column()),
                "reason", Json.of(note.reason())));
    }
}
