package fourfold.cli;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.threat.Threat;
import fourfold.desk.Office;
import fourfold.desk.PacketDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes a package for another agency.
@Command(
        name = "export",
        description = {
            "Write a signed and encrypted package for another agency.",
            "It holds what is new for that agency since its last package, and says what no longer holds of earlier ones. Whoever"
                    + " runs this is who verified it. What is withheld, and why, is in the output."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold export --vault vault --to EMSOU --purpose \"Monthly return\" --out packages",
            "  fourfold export --vault vault --to EMSOU --purpose \"Joint operation\" --out packages --threat DER-0001 --all"
        })
final class ExportCommand extends DeskCommand {

    @Option(names = "--to", required = true, paramLabel = "AGENCY", description = "Who gets it: an agency, or one of its offices.")
    private String to = "";

    @Option(names = "--purpose", required = true, paramLabel = "TEXT", description = "What for; it travels with the package.")
    private String purpose = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder that the package is written to.")
    private Path out = Path.of("");

    @Option(
            names = "--threat",
            paramLabel = "REF",
            description = "Only this threat and all that belongs to it; may be repeated.")
    private List<String> threats = new ArrayList<>();

    @Option(names = "--all", description = "Also what that agency was sent before.")
    private boolean all;

    @Option(
            names = "--answer",
            paramLabel = "REF=TEXT",
            description = "How the handling instructions of a threat are met for this recipient and purpose; may be repeated."
                    + " Without it such a threat is withheld.")
    private List<String> answers = new ArrayList<>();

    ExportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        Written.of("--answer", answers);
    }

    @Override
    boolean needsCertificates() {
        return true;
    }

    @Override
    Outcome<Answer> run(Office office) {
        var given = Written.of("--answer", answers).values();
        return ids(office, threats).then(chosen -> ids(office, List.copyOf(given.keySet())).then(answered -> {
            var words = new LinkedHashMap<Id<Threat>, String>();
            answered.forEach((ref, id) -> words.put(id, given.getOrDefault(ref, "")));
            var wish = new PacketDesk.Wish(to, purpose, new LinkedHashSet<>(chosen.values()), all, words);
            return office.packets().preview(wish).then(preview -> folder()
                    .then(folder -> office.packets().write(wish, folder, Watch.nobody()))
                    .map(written -> answer(preview, written)));
        }));
    }

    /// The folder that was named, made where it is not there yet: a package takes its number before it is written, and
    /// should not lose it to a missing folder.
    private Outcome<Path> folder() {
        try {
            return Outcome.done(Files.createDirectories(out));
        } catch (IOException failed) {
            return Outcome.refused(new Problem.NotNow("The folder " + out + " is not there and cannot be made."));
        }
    }

    private static Outcome<Map<String, Id<Threat>>> ids(Office office, List<String> refs) {
        Outcome<Map<String, Id<Threat>>> found = Outcome.done(new LinkedHashMap<>());
        for (var ref : refs)
            found = found.then(ids -> office.threats().open(ref).map(kept -> {
                ids.put(ref, kept.record().id());
                return ids;
            }));
        return found;
    }

    private static Answer answer(PacketDesk.Preview preview, List<PacketDesk.Written> written) {
        return Answer.of(Json.of(Map.of(
                "to", Json.of(preview.to()),
                "packages", Json.of(written.stream().map(ExportCommand::one).toList()),
                "corrections", Json.of(preview.notices().size()),
                "withheld", Json.of(preview.withheld().stream().map(ExportCommand::withheld).toList()),
                "gaps", Json.of(preview.gaps().stream()
                        .map(gap -> Json.of(Map.of(
                                "lacks", Json.of(gap.lacks()), "references", Json.texts(gap.references()))))
                        .toList()))));
    }

    private static Json one(PacketDesk.Written written) {
        var records = new TreeMap<String, Json>();
        written.records().forEach((kind, count) -> records.put(kind, Json.of(count)));
        return Json.of(Map.of(
                "number", Json.of(written.number()),
                "file", Json.of(written.file().toString()),
                "sha256", Json.of(written.sha256()),
                "entries", Json.of(written.entries()),
                "records", Json.of(records),
                "withheld", Json.of(written.withheld())));
    }

    private static Json withheld(PacketDesk.Line line) {
        return Json.of(Map.of(
                "kind", Json.of(line.kind()), "ref", Json.of(line.reference()), "why", Json.of(line.why())));
    }
}
