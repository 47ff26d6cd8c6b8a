package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.settings.ReceivedPackage;
import fourfold.desk.ImportDesk;
import fourfold.desk.Office;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a package in, or shows what it would do.
@Command(
        name = "import",
        description = {
            "Take in a package of another vault.",
            "Looks at it through every gate and prints what becomes of each record in it: new, changed, in conflict, proposed,"
                    + " waiting, refused. With --accept all of it is taken in at once and a receipt for the sender is written;"
                    + " otherwise nothing is changed.",
            "With --undo an import is taken back, as long as no package was written since and nothing was built on what it"
                    + " brought. FILE is the package, or its number with --from."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold import packages/package.gpg --vault vault",
            "  fourfold import packages/package.gpg --vault vault --accept",
            "  fourfold import 14 --from Derbyshire --vault vault --undo --reason \"Sent by mistake\""
        })
final class ImportCommand extends DeskCommand {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    @Parameters(index = "0", paramLabel = "FILE", description = "The package.")
    private Path file = Path.of("");

    @Option(names = "--preview", description = "Only show what would happen; so it is without either.")
    private boolean preview;

    @Option(names = "--accept", description = "Take it in.")
    private boolean accept;

    @Option(names = "--undo", description = "Take back the import of that package.")
    private boolean undo;

    @Option(names = "--from", paramLabel = "AGENCY", description = "With --undo and a number: who sent the package.")
    private String from = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "With --undo: why; always needed then.")
    private String reason = "";

    ImportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        if ((preview ? 1 : 0) + (accept ? 1 : 0) + (undo ? 1 : 0) > 1)
            throw new Usage("Only one of --preview, --accept and --undo.");
        if (!undo && !(from.isEmpty() && reason.isEmpty())) throw new Usage("--from and --reason go with --undo.");
    }

    @Override
    boolean needsCertificates() {
        return true;
    }

    @Override
    Outcome<Answer> run(Office office) {
        if (undo) return office.imports().find(file, from).then(one -> office.imports().undo(one.id(), reason)).map(ImportCommand::answer);
        var published = accept ? office.publications().accept(file) : office.publications().preview(file);
        return published
                .map(outcome -> outcome.map(shown -> PublicationAnswer.of(shown, accept)))
                .orElseGet(() -> packageIn(office));
    }

    private Outcome<Answer> packageIn(Office office) {
        if (!accept) return office.imports().preview(file).map(shown -> answer(shown, json(shown, false)));
        return office.imports().accept(file).map(imported -> {
            var members = json(imported.preview(), true);
            members.put("receipt", imported.receipt().<Json>map(path -> Json.of(path.toString())).orElse(Json.nothing()));
            return answer(imported.preview(), members);
        });
    }

    private static Answer answer(ImportDesk.Undone undone) {
        var received = undone.received();
        var members = new TreeMap<String, Json>();
        members.put("from", Json.of(received.get(ReceivedPackage.SENDER)));
        members.put("number", Json.of(received.get(ReceivedPackage.NUMBER)));
        members.put("undone", Json.of(true));
        members.put("receipt", undone.receipt().<Json>map(path -> Json.of(path.toString())).orElse(Json.nothing()));
        return Answer.of(Json.of(members)).saying(undone.warnings());
    }

    private static Answer answer(ImportDesk.Preview preview, TreeMap<String, Json> members) {
        var sentences = new ArrayList<>(preview.warnings());
        sentences.addAll(preview.notices());
        preview.already().ifPresent(at -> sentences.add("Package " + preview.number() + " from " + preview.from()
                + " was already imported on " + DAY.format(at.atZone(ZoneId.of("Europe/London"))) + "; nothing changes."));
        if (!preview.missing().isEmpty())
            sentences.add("Missing from " + preview.from() + ": "
                    + String.join(", ", preview.missing().stream().map(number -> "package " + number).toList()) + ".");
        return Answer.of(Json.of(members)).saying(sentences);
    }

    private static TreeMap<String, Json> json(ImportDesk.Preview preview, boolean accepted) {
        var records = new TreeMap<String, Json>();
        for (var fate : fourfold.core.exchange.Fate.values())
            records.put(
                    fate.name().toLowerCase(Locale.ROOT),
                    Json.of(preview.records().getOrDefault(fate, 0)));
        var members = new TreeMap<String, Json>();
        members.put("from", Json.of(preview.from()));
        members.put("number", Json.of(preview.number()));
        members.put("purpose", Json.of(preview.purpose()));
        members.put("signedBy", Json.of(preview.signedBy()));
        members.put("created", Json.of(preview.created().toString()));
        members.put("imported", Json.of(accepted && preview.already().isEmpty()));
        members.put("already", preview.already().<Json>map(at -> Json.of(at.toString())).orElse(Json.nothing()));
        members.put("records", Json.of(records));
        members.put("lines", Json.of(preview.lines().stream().map(ImportCommand::line).toList()));
        members.put("notices", Json.texts(preview.notices()));
        members.put("missing", Json.of(preview.missing().stream().map(Json::of).toList()));
        return members;
    }

    private static Json line(ImportDesk.Line line) {
        var members = new TreeMap<String, Json>();
        members.put("kind", Json.of(line.kind()));
        members.put("ref", Json.of(line.reference()));
        members.put("fate", Json.of(line.fate().label()));
        members.put("changes", Json.of(line.changes()));
        if (!line.why().isEmpty()) members.put("why", Json.of(line.why()));
        return Json.of(members);
    }
}
