package fourfold.desk;

import static fourfold.core.access.Permission.EXPORT_TABLES;

import fourfold.core.audit.Audit;
import fourfold.core.disclosure.DisclosureRules;
import fourfold.core.disclosure.Released;
import fourfold.core.figures.Figures;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Reference;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.report.table.CsvTable;
import fourfold.report.table.Png;
import fourfold.report.table.ShownTable;
import fourfold.report.table.Workbook;
import fourfold.store.Store;
import fourfold.vault.OpenVault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The counter where a table or a picture of figures leaves as it is shown.
public final class TableDesk extends Desk {

    /// What the columns of figures mean.
    private static final Map<String, String> FIGURES = Map.of(
            "Count", "How many were counted.",
            "Of", "Out of how many: the group without its last key.",
            "%", "Count as a share of Of. " + Figures.ROUNDING,
            "Per 1,000", "Count for every 1,000 residents of the agency, two decimals, half rounded up.",
            "Beside", "What was counted beside it; the line above the table says what that is.",
            "Difference", "Count less what was counted beside it.");

    private final OpenVault vault;
    private final Supplier<Reference> reference;
    private final Clearing clearing;

    TableDesk(Session session, Store store, Ledger ledger, OpenVault vault, Supplier<Reference> reference) {
        super(session, store, ledger);
        this.vault = vault;
        this.reference = reference;
        this.clearing = new Clearing(session, store);
    }

    /// A cell as it is shown.
    ///
    /// @param value the number or day behind the words, where it is one: a `Number` or a `LocalDate`
    public record Cell(String text, @Nullable Object value) {}

    /// A row as it is shown.
    ///
    /// @param records the threats, plans, actions, events, meetings, reviews or links that it tells of; none for a figure
    ///     or what no package carries
    public record Row(List<UUID> records, List<Cell> cells) {}

    /// A table as it is shown.
    ///
    /// @param name what it lists: "Threats"
    /// @param terms what it is narrowed by; empty where it is not
    public record Shown(String name, String terms, List<String> columns, List<Row> rows) {}

    /// What was written.
    ///
    /// @param withheld how many rows the rules of disclosure keep back
    public record Saved(Path file, int rows, int withheld) {}

    /// Writes a table as a workbook or as CSV, as the name of the file ends; beside CSV goes a second file that says what the
    /// columns mean.
    public Outcome<Saved> save(Shown shown, Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean csv = name.endsWith(".csv");
        if (!csv && !name.endsWith(".xlsx"))
            return session.require(EXPORT_TABLES)
                    .then(ok -> Outcome.refused(new Problem.Invalid("file", "Let the name of the file end with .xlsx or .csv.")));
        return allowed(EXPORT_TABLES, () -> FileOut.place(vault, file).then(place -> {
            if (shown.rows().isEmpty()) return Outcome.refused(new Problem.NotNow("The table has no row."));
            var records = records(shown);
            if (records.isEmpty()) return unmarked();
            return clearing.only(new Clearing.Wish("Table as shown", Marking.OFFICIAL_SENSITIVE, Map.of()), records)
                    .then(released -> written(table(shown, records), released, place, csv));
        }));
    }

    /// A picture of bars.
    ///
    /// @param said what it shows and how that was counted
    /// @param pixels line by line, each 0xAARRGGBB
    public record Picture(String said, int width, int height, int[] pixels) {}

    /// Writes a picture of figures as PNG.
    public Outcome<Path> savePicture(Picture picture, Path file) {
        if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".png"))
            return session.require(EXPORT_TABLES)
                    .then(ok -> Outcome.refused(new Problem.Invalid("file", "Let the name of the file end with .png.")));
        return allowed(EXPORT_TABLES, () -> FileOut.place(vault, file).then(place -> cleared(picture)
                .then(released -> FileOut.write(
                        vault, place, png(picture, released), () -> logged(picture, released, "file")))));
    }

    /// Clears a picture of figures for the clipboard, as for a file.
    ///
    /// @return it as PNG
    public Outcome<byte[]> copyPicture(Picture picture) {
        return allowed(EXPORT_TABLES, () -> cleared(picture).map(released -> {
            logged(picture, released, "clipboard");
            return png(picture, released);
        }));
    }

    private Outcome<Released> cleared(Picture picture) {
        var records = records(new Shown("Picture", picture.said(), List.of(), List.of()));
        return records.isEmpty()
                ? unmarked()
                : clearing.only(new Clearing.Wish("Picture as shown", Marking.OFFICIAL_SENSITIVE, Map.of()), records);
    }

    private static byte[] png(Picture picture, Released released) {
        return Png.of(picture.width(), picture.height(), picture.pixels(), picture.said(), released);
    }

    private void logged(Picture picture, Released released, String to) {
        ledger.log(session, Audit.Kind.DISCLOSURE, Map.of(
                "picture", Json.of(picture.said()),
                "recipient", Json.of(released.to().agency()),
                "to", Json.of(to)));
    }

    private static <T> Outcome<T> unmarked() {
        return Outcome.refused(new Problem.NotNow("Nothing is recorded here yet by which it could be marked."));
    }

    /// The records of all rows and what they belong to, since what belongs to a record that is withheld is withheld with it.
    /// Where no row tells of a record, every threat: a figure is marked as what it counts.
    private List<Kept<?>> records(Shown shown) {
        var all = new LinkedHashMap<UUID, Kept<?>>();
        var wanted = new HashSet<UUID>();
        shown.rows().forEach(row -> wanted.addAll(row.records()));
        if (wanted.isEmpty()) {
            store.records().each(Threat.FIELDS, threat -> all.put(threat.record().id().value(), threat));
            return List.copyOf(all.values());
        }
        while (!wanted.isEmpty()) {
            var found = new ArrayList<Kept<?>>();
            for (var fields : SharedKinds.ALL) gather(fields, wanted, found);
            found.forEach(kept -> all.put(kept.record().id().value(), kept));
            wanted.clear();
            for (var kept : found) {
                var belongs = DisclosureRules.belongs(kept);
                wanted.addAll(belongs.records());
                for (var ref : belongs.threats())
                    store.records().findByRef(Threat.FIELDS, ref).ifPresent(threat ->
                            all.putIfAbsent(threat.record().id().value(), threat));
            }
            wanted.removeAll(all.keySet());
        }
        return List.copyOf(all.values());
    }

    private <K extends Entity<K>> void gather(Fields<K> fields, Set<UUID> ids, List<Kept<?>> all) {
        all.addAll(store.records().findAll(fields, ids.stream().map(id -> new Id<K>(id)).toList()).values());
    }

    private ShownTable table(Shown shown, List<Kept<?>> records) {
        var ids = shown.rows().stream().flatMap(row -> row.records().stream()).collect(Collectors.toSet());
        var kinds = SharedKinds.ALL.stream()
                .filter(fields -> records.stream().anyMatch(kept ->
                        kept.record().fields().equals(fields) && ids.contains(kept.record().id().value())))
                .toList();
        return new ShownTable(
                shown.name(),
                shown.terms(),
                session.today(),
                shown.columns().stream().map(title -> new ShownTable.Column(title, meaning(title, kinds))).toList(),
                shown.rows().stream()
                        .map(row -> new ShownTable.Row(row.records(), row.cells().stream()
                                .map(cell -> new ShownTable.Cell(cell.text(), cell.value()))
                                .toList()))
                        .toList());
    }

    /// What a column means: what is said of the field of that name, or of what it is made.
    private String meaning(String title, List<Fields<?>> kinds) {
        return kinds.stream()
                .flatMap(fields -> meaning(title, fields).stream())
                .findFirst()
                .orElseGet(() -> FIGURES.getOrDefault(title, "As it is shown in the program, made of several fields."));
    }

    private <K extends Entity<K>> Optional<String> meaning(String title, Fields<K> fields) {
        return fields.called(title).map(field -> "Field " + field.name() + " of a " + fields.word() + ": " + field.label() + ". "
                + reference.get().help(fields, field).orElseGet(() -> type(field)));
    }

    private static String type(Field<?, ?> field) {
        var choices = field.type().choices();
        return choices.length == 0
                ? "As it is recorded."
                : "One of: " + Arrays.stream(choices).map(Choice::label).collect(Collectors.joining(", ")) + ".";
    }

    private Outcome<Saved> written(ShownTable table, Released released, Path place, boolean csv) {
        int withheld = table.withheld(released);
        var details = Map.of(
                "table", Json.of(table.name()),
                "terms", Json.of(table.terms()),
                "recipient", Json.of(released.to().agency()),
                "rows", Json.of(table.rows().size() - withheld),
                "withheld", Json.of(withheld));
        Runnable log = () -> ledger.log(session, Audit.Kind.DISCLOSURE, details);
        var saved = new Saved(place, table.rows().size() - withheld, withheld);
        if (!csv) return FileOut.write(vault, place, Workbook.of(table, released), log).map(file -> saved);
        var name = String.valueOf(place.getFileName());
        var beside = place.resolveSibling(name.substring(0, name.length() - 4) + ".columns.csv");
        return FileOut.write(vault, beside, CsvTable.columns(table, released), log)
                .then(ok -> FileOut.write(vault, place, CsvTable.rows(table, released), () -> {}))
                .map(file -> saved);
    }
}
