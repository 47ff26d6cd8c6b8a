package fourfold.cli;

import fourfold.core.figures.Window;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.UkDate;
import fourfold.desk.Office;
import fourfold.desk.PrintDesk;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a paper as a PDF.
@Command(
        name = "report",
        description = {
            "Write a paper as a PDF that screen readers can read, with its marking on every page.",
            "plan-briefing and threat take the reference of a threat, meeting-brief that of a meeting, disruption-return the"
                    + " name of an agency, inspection the day that is looked back from, or the word today."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold report plan-briefing DER-0001 --vault vault --out briefing.pdf",
            "  fourfold report threat DER-0001 --vault vault --out threat.pdf",
            "  fourfold report meeting-brief MTG-0001 --vault vault --out brief.pdf",
            "  fourfold report disruption-return Derbyshire --vault vault --out return.pdf --from 2021-06-02 \\",
            "      --to 2022-05-31",
            "  fourfold report inspection today --vault vault --out inspection.pdf"
        })
final class ReportCommand extends DeskCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "plan-briefing, threat, meeting-brief, disruption-return or inspection.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "REF", description = "What it is about.")
    private String ref = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; one that has the name is replaced.")
    private Path out = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first record date of a disruption return; without --from and --to the twelve months up to today.")
    private String from = "";

    @Option(names = "--to", paramLabel = "DATE", description = "The last record date of a disruption return.")
    private String to = "";

    @Option(
            names = "--answer",
            paramLabel = "REF=TEXT",
            description = "How the handling instructions of a threat are met for this paper; may be repeated. Without it there is"
                    + " no paper of such a threat.")
    private List<String> answers = new ArrayList<>();

    ReportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        Written.of("--answer", answers);
        paper();
        window();
    }

    /// The days of a return, or the day of an inspection.
    private Optional<Window> window() {
        if (paper() == PrintDesk.Paper.INSPECTION)
            return ref.strip().equalsIgnoreCase("today") ? Optional.empty() : Optional.of(new Window(null, day("REF", ref)));
        if (from.isBlank() && to.isBlank()) return Optional.empty();
        return Optional.of(new Window(
                from.isBlank() ? null : day("--from", from), to.isBlank() ? null : day("--to", to)));
    }

    private static LocalDate day(String option, String text) {
        try {
            return UkDate.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new Usage("After " + option + " comes a day such as 2022-05-31: " + wrong.getMessage() + ".");
        }
    }

    private PrintDesk.Paper paper() {
        return PrintDesk.Paper.called(name)
                .orElseThrow(() -> new Usage("There is no report " + name + ", only "
                        + String.join(", ", Arrays.stream(PrintDesk.Paper.values()).map(PrintDesk.Paper::label).toList()) + "."));
    }

    @Override
    Outcome<Answer> run(Office office) {
        return DatasetCommand.ids(office, Written.of("--answer", answers).values())
                .then(words -> office.papers().print(new PrintDesk.Wish(paper(), ref, words, window()), out))
                .map(printed -> Answer.of(Json.of(Map.of(
                        "report", Json.of(paper().label()),
                        "ref", Json.of(ref),
                        "file", Json.of(printed.file().toString()),
                        "marking", Json.of(printed.marking().label()),
                        "bytes", Json.of(printed.bytes())))));
    }
}
