package fourfold.cli;

import fourfold.core.inspection.Breakdown;
import fourfold.core.inspection.Hit;
import fourfold.core.inspection.Inspection;
import fourfold.core.inspection.Result;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.UkDate;
import fourfold.desk.InspectionDesk;
import fourfold.desk.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Asks every check of an inspection.
@Command(
        name = "inspect",
        description = {
            "Say what an inspector would find.",
            "Turns each finding of the inspection report on the records of the vault: a sentence with the number, and the"
                    + " references behind it. A check that the records cannot answer says what is missing."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold inspect --vault vault",
            "  fourfold inspect --vault vault --as-at 2022-05-31 --format csv > inspection.csv"
        })
final class InspectCommand extends DeskCommand {

    /// How the answers are written.
    enum Format {
        JSON,
        CSV
    }

    @Option(
            names = "--as-at",
            paramLabel = "D",
            description = "The day that the checks look back from; today unless another is given.")
    private String asAt = "";

    @Option(names = "--format", paramLabel = "json|csv", description = "json unless csv is asked for.")
    private Format format = Format.JSON;

    InspectCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        day();
    }

    private Optional<LocalDate> day() {
        if (asAt.isEmpty()) return Optional.empty();
        try {
            return Optional.of(UkDate.parse(asAt));
        } catch (IllegalArgumentException none) {
            throw new Usage("After --as-at comes a day such as 2022-05-31; " + none.getMessage() + ".");
        }
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.inspection()
                .inspect(day())
                .map(inspection -> new Answer(output -> write(inspection, output), List.of(), Exit.DONE));
    }

    private void write(Inspection inspection, Output output) {
        switch (format) {
            case JSON -> output.list(inspection.results().stream().map(result -> object(inspection, result)));
            case CSV -> output.writing(writer -> InspectionDesk.write(inspection, writer));
        }
    }

    private static Json object(Inspection inspection, Result result) {
        var check = result.check();
        var members = new TreeMap<String, Json>();
        members.put("check", Json.of(check.id()));
        members.put("title", Json.of(check.title()));
        members.put("sentence", Json.of(result.sentence()));
        members.put("count", Json.of(result.count()));
        members.put("refs", Json.texts(result.refs()));
        members.put("state", Json.of(result.state().label()));
        members.put("asAt", Json.of(inspection.day().toString()));
        members.put("parts", Json.of(result.parts().stream().map(InspectCommand::part).toList()));
        members.put("list", Json.of(result.hits().stream().map(InspectCommand::line).toList()));
        members.put("section", Json.of(check.section()));
        members.put("finding", Json.of(check.quote()));
        members.put("test", Json.of(check.test()));
        members.put("parameters", Json.of(check.parameters().text()));
        members.put("edition", Json.of(check.from()));
        return Json.of(members);
    }

    private static Json part(Breakdown part) {
        var counts = new TreeMap<String, Json>();
        part.counts().forEach((name, count) -> counts.put(name, Json.of(count)));
        return Json.of(Map.of("by", Json.of(part.by()), "counts", Json.of(counts)));
    }

    private static Json line(Hit hit) {
        return Json.of(Map.of(
                "kind", Json.of(hit.kind().word()),
                "ref", Json.of(hit.ref()),
                "name", Json.of(hit.name()),
                "note", Json.of(hit.note())));
    }
}
