package fourfold.desk;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.reference.Reference;
import fourfold.core.sync.Journal;
import fourfold.extract.ExtractSource;
import fourfold.extract.Finding;
import fourfold.extract.Recognition;
import fourfold.extract.TableWriter;
import fourfold.store.Store;
import fourfold.vault.OpenVault;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The counter for extracts. Every row is loaded or listed with its record number, column and reason; the good rows become
/// one act; loading the same file again changes nothing.
public final class LoadDesk extends Desk {

    private final Journal journal;
    private final OpenVault vault;
    private final DiskRoom room;
    private final Supplier<Reference> reference;

    LoadDesk(
            Session session,
            Store store,
            Ledger ledger,
            OpenVault vault,
            Journal journal,
            DiskRoom room,
            Supplier<Reference> reference) {
        super(session, store, ledger);
        this.vault = vault;
        this.journal = journal;
        this.room = room;
        this.reference = reference;
    }

    /// What is to be loaded.
    ///
    /// @param files the extract of each table, under the table's name
    /// @param dryRun whether only to say what would happen
    public record Load(Map<String, Path> files, boolean dryRun, Watch progress) {}

    /// One record, or a whole file, that was not taken or that something is to be told about.
    ///
    /// @param record the record's number in the file, the header being 1; 0 for the file as a whole
    /// @param line its first line
    /// @param column the column, or empty
    /// @param reason a sentence
    public record Note(String file, String code, int record, long line, String column, String reason) {
        static Note of(Finding finding) {
            return new Note(
                    finding.file(),
                    finding.code().name(),
                    finding.record(),
                    finding.line(),
                    finding.column() == null ? "" : finding.column(),
                    finding.reason());
        }

        /// The whole sentence: file, record, column and what is wrong.
        public String sentence() {
            return file + (record > 0 ? ", record " + record : "") + (column.isEmpty() ? "" : ", " + column) + ": " + reason;
        }
    }

    /// How many records of one table.
    public record Tally(int loaded, int changed, int unchanged, int conflicts) {}

    /// What came of a load.
    ///
    /// @param tallies by table name, in the order of loading
    /// @param stopped whether somebody stopped it, in which case nothing was changed
    public record Report(
            Map<String, Tally> tallies, List<Note> rejected, List<Note> warnings, boolean stopped) {}

    /// Tells by their headers which table each file holds. Of a folder, every CSV file in it that is an extract.
    ///
    /// @param files files and folders
    /// @return the files under the names of their tables; refused when a file is no extract, or two are of one table
    public Outcome<Map<String, Path>> recognise(List<Path> files) {
        var found = new TreeMap<String, Path>();
        try {
            for (var file : files) {
                boolean folder = Files.isDirectory(file);
                for (var one : folder ? csvIn(file) : List.of(file)) {
                    var table = Recognition.of(ExtractSource.of(one));
                    if (table.isEmpty() && !folder) return Outcome.refused(noExtract(one));
                    var other = table.map(known -> found.putIfAbsent(known.name(), one)).orElse(null);
                    if (other != null)
                        return Outcome.refused(new Problem.NotNow(
                                other.getFileName() + " and " + one.getFileName() + " both hold " + table.get().name() + "."));
                }
            }
        } catch (IOException failed) {
            return Outcome.refused(new Problem.NotNow("What was chosen cannot be read."));
        }
        return Outcome.done(found);
    }

    private static List<Path> csvIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static Problem noExtract(Path file) {
        return new Problem.NotNow(file.getFileName() + " is no extract: its first line has the columns of no table.");
    }

    /// Writes notes as a CSV file, so that whoever keeps the source can mend it there.
    public Outcome<Path> save(List<Note> notes, Path file) {
        return session.require(Permission.LOAD)
                .then(ok -> FileOut.place(vault, file))
                .then(place -> FileOut.write(vault, place, table(notes).getBytes(StandardCharsets.UTF_8), () -> {}));
    }

    /// Notes as CSV text.
    public static String table(List<Note> notes) {
        var text = new StringWriter();
        TableWriter.write(
                text,
                List.of("File", "Record", "Line", "Column", "Reason"),
                notes.stream().map(note -> List.of(
                        note.file(), number(note, note.record()), number(note, note.line()), note.column(), note.reason())));
        return text.toString();
    }

    /// A note about a whole file has no record and no line.
    private static Object number(Note note, long number) {
        return note.record() == 0 ? "" : number;
    }

    /// Loads. Refused while the disk has too little room; saying what would happen is not.
    public Outcome<Report> load(Load wish) {
        var sources = new LinkedHashMap<String, ExtractSource>();
        wish.files().forEach((table, file) -> sources.put(table, ExtractSource.of(file)));
        return load(sources, wish.dryRun(), wish.progress());
    }

    /// Loads from wherever the extracts come: files, or those that the program carries as its example.
    Outcome<Report> load(Map<String, ExtractSource> sources, boolean dryRun, Watch progress) {
        return allowed(Permission.LOAD, () -> (dryRun ? Outcome.done(true) : room.require())
                .map(enough -> {
                    var loading = new Loading(store, journal, reference.get(), sources, progress);
                    var report = loading.read();
                    if (!dryRun && !report.stopped()) write(loading.changes(), sources.values());
                    return report;
                }));
    }

    private void write(List<Change> changes, Collection<ExtractSource> from) {
        var files = String.join(", ", from.stream().map(ExtractSource::name).toList());
        if (!changes.isEmpty()) ledger.write(session, Permission.LOAD, files, changes);
    }
}
