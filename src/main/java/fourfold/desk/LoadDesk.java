package fourfold.desk;

import fourfold.core.access.Permission;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Watch;
import fourfold.core.meeting.Meeting;
import fourfold.core.people.Party;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import fourfold.core.reference.Reference;
import fourfold.extract.ExtractSink;
import fourfold.extract.ExtractSource;
import fourfold.extract.ExtractSummary;
import fourfold.extract.ExtractReader;
import fourfold.extract.ExtractTable;
import fourfold.extract.Recognition;
import fourfold.extract.TableWriter;
import fourfold.extract.CheckedRow;
import fourfold.extract.Finding;
import fourfold.store.Store;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The counter for extracts. Every row is loaded or listed with its record number, column and reason; the good rows become
/// one act; loading the same file again changes nothing.
public final class LoadDesk extends Desk {

    private final Journal journal;
    private final DiskRoom room;
    private final Supplier<Reference> reference;

    LoadDesk(
            Session session, Store store, Ledger ledger, Journal journal, DiskRoom room, Supplier<Reference> reference) {
        super(session, store, ledger);
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
        try {
            Files.writeString(file, table(notes));
            return Outcome.done(file);
        } catch (IOException failed) {
            return Outcome.refused(new Problem.NotNow("The file " + file.getFileName() + " cannot be written there."));
        }
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
                .map(enough -> new Loading(sources, dryRun, progress).run()));
    }

    /// One load while it runs.
    private final class Loading {
        private final Map<String, ExtractSource> sources;
        private final boolean dryRun;
        private final Watch progress;
        private final List<Note> rejected = new ArrayList<>();
        private final List<Note> warnings = new ArrayList<>();
        private final Map<String, Tally> tallies = new LinkedHashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private final Map<Id<Threat>, Threat> threats = new HashMap<>();
        private final LoadedPlans plans = new LoadedPlans(store, journal);
        private final Map<String, String> people = new LinkedHashMap<>();
        private final AgenciesMeant agencies = new AgenciesMeant(reference.get());
        private boolean stopped;

        Loading(Map<String, ExtractSource> sources, boolean dryRun, Watch progress) {
            this.sources = sources;
            this.dryRun = dryRun;
            this.progress = progress;
        }

        Report run() {
            table(ExtractTable.THREATS, threat -> {
                threats.put(threat.id(), threat);
                named(threat.get(Threat.LRO), threat.get(Threat.SIO));
                return agencies.in(Threat.AGENCY, threat).with(Threat.MARKING, Marking.OFFICIAL_SENSITIVE);
            });
            table(ExtractTable.PLANS, plan -> {
                named(
                        plan.get(Plan.INTELLIGENCE_OFFICER),
                        plan.get(Plan.FINANCIAL_INVESTIGATOR),
                        plan.get(Plan.SAFEGUARDING_OFFICER));
                return plan.with(Plan.REF, ownRef(plan.get(Plan.REF))).with(Plan.MARKING, Marking.OFFICIAL_SENSITIVE);
            });
            table(ExtractTable.ACTIONS, action -> {
                named(action.get(Action.OWNER));
                return action.with(Action.MARKING, Marking.OFFICIAL_SENSITIVE);
            });
            table(
                    ExtractTable.DISRUPTIONS,
                    Map.of(Disruption.MODERATION, Disruption.CATEGORY, Disruption.THREAT_KIND, Disruption.THREAT),
                    this::stated);
            table(ExtractTable.MEETINGS, meeting -> agencies.among(
                            Meeting.ATTENDED, agencies.among(Meeting.INVITED, meeting))
                    .with(Meeting.THREATS, ownRefs(meeting.get(Meeting.THREATS)))
                    .with(Meeting.MARKING, Marking.OFFICIAL_SENSITIVE));
            if (!stopped && !dryRun) {
                plans.approveOutside(changes);
                changes.addAll(newPeople());
                if (!changes.isEmpty()) ledger.write(session, Permission.LOAD, files(), changes);
            }
            return new Report(tallies, rejected, warnings, stopped);
        }

        /// States of an extract are kept as stated: an assessed event was moderated outside, an unassessed one waits.
        private Disruption stated(Disruption row) {
            var event = agencies.among(Disruption.SUPPORTING, agencies.in(Disruption.LEAD_AGENCY, row));
            boolean unassessed = event.is(Disruption.CATEGORY, Category.UNASSESSED);
            return event.with(Disruption.MODERATION, unassessed ? EventModeration.AWAITING : EventModeration.OUTSIDE)
                    .with(Disruption.THREAT_KIND, kindOf(event.get(Disruption.THREAT)).orElse(null))
                    .with(Disruption.MARKING, Marking.OFFICIAL_SENSITIVE);
        }

        private Optional<ThreatKind> kindOf(Id<Threat> id) {
            var loaded = threats.get(id);
            if (loaded != null) return loaded.find(Threat.KIND);
            return store.records().find(Threat.FIELDS, id).flatMap(kept -> {
                threats.put(id, kept.record());
                return kept.record().find(Threat.KIND);
            });
        }

        private void named(String... labels) {
            for (var label : labels) Party.collar(label).ifPresent(collar -> people.putIfAbsent(collar, label));
        }

        private <K extends Entity<K>> void table(ExtractTable<K> table, UnaryOperator<K> completed) {
            table(table, Map.of(), completed);
        }

        private <K extends Entity<K>> void table(
                ExtractTable<K> table, Map<Field<K, ?>, Field<K, ?>> following, UnaryOperator<K> completed) {
            var source = sources.get(table.name());
            if (source == null || stopped) return;
            var rows = new ArrayList<CheckedRow<K>>();
            var summary = ExtractReader.read(table, source, this::threatOf, progress::goOn, sink(source.name(), rows));
            stopped = summary.stopped();
            if (stopped) return;
            var merge = new LoadMerge<>(table, absent(table, summary), following, store, journal);
            merge.take(rows, completed);
            changes.addAll(merge.changes());
            plans.touched(merge.results());
            tallies.put(table.name(), merge.tally());
        }

        private <K extends Entity<K>> Set<String> absent(ExtractTable<K> table, ExtractSummary summary) {
            var absent = new HashSet<String>();
            if (summary.shape() == null) return absent;
            for (var column : table.columns())
                if (summary.shape().header().stream().noneMatch(column::isHeadedBy))
                    absent.add(column.field().name());
            return absent;
        }

        private @org.jspecify.annotations.Nullable Id<Threat> threatOf(String ref) {
            var id = Id.<Threat>named(Threat.FIELDS.kind(), ref);
            if (threats.containsKey(id)) return id;
            return store.records().findByRef(Threat.FIELDS, ref).map(kept -> {
                threats.put(kept.record().id(), kept.record());
                return kept.record().id();
            }).orElse(null);
        }

        /// A ref as the threat itself has it, whatever the letter case of the row that names it.
        private String ownRef(String written) {
            var threat = threats.get(threatOf(written));
            return threat == null ? written : threat.get(Threat.REF);
        }

        private SortedSet<String> ownRefs(Set<String> written) {
            return written.stream().map(this::ownRef).collect(Collectors.toCollection(TreeSet::new));
        }

        private <K extends Entity<K>> ExtractSink<K> sink(String name, List<CheckedRow<K>> rows) {
            return new ExtractSink<>() {
                @Override
                public void good(CheckedRow<K> row) {
                    rows.add(row);
                    if (row.value() instanceof Threat threat && isOfNobody(threat))
                        warnings.add(ofNobody(name, row, threat.get(Threat.AGENCY)));
                    // a threat of this very file may be named by the rows of the next
                    if (row.value() instanceof Threat threat) threats.put(threat.id(), threat);
                }

                @Override
                public void rejected(Finding finding) {
                    rejected.add(Note.of(finding));
                }

                @Override
                public void warning(Finding finding) {
                    warnings.add(Note.of(finding));
                }
            };
        }

        /// What an extract states is kept, since a threat that is missing here would be worse; but until its owner is one whom somebody
        /// knows, whoever loaded it keeps it.
        private boolean isOfNobody(Threat threat) {
            var written = Type.bare(threat.get(Threat.AGENCY));
            return !written.isEmpty() && !agencies.isKnown(written);
        }

        private static Note ofNobody(String file, CheckedRow<?> row, String written) {
            return new Note(file, Finding.Code.UNKNOWN_VALUE.name(), row.record(), row.line(), Threat.AGENCY.label(),
                    "There is no agency called " + Type.bare(written)
                            + "; the threat is loaded all the same, and needs the agency that owns it.");
        }

        /// People whom the extract names are directory entries without a log-in.
        private List<Change> newPeople() {
            var fresh = new ArrayList<Change>();
            people.forEach((collar, label) -> {
                var id = Person.idFor(collar);
                if (store.records().find(Person.FIELDS, id).isEmpty())
                    fresh.add(Change.creating(Operation.LOAD, Person.FIELDS
                            .blank(id)
                            .with(Person.COLLAR, collar)
                            .with(Person.NAME, label.substring(0, label.lastIndexOf('(')).strip())));
            });
            return fresh;
        }

        private String files() {
            return String.join(", ", sources.values().stream().map(ExtractSource::name).toList());
        }
    }
}
