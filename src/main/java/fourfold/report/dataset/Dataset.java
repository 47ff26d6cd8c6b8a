package fourfold.report.dataset;

import fourfold.core.disclosure.Released;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.P;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.reference.Lists;
import fourfold.core.reference.Reference;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatArea;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/// Writes released records as a dataset: the tables, the descriptor `datapackage.json` that says what every column is, and a
/// short README for the analyst.
public final class Dataset {

    /// Every table, in the order in which references point back.
    static final List<Table<?>> TABLES = List.of(
            Dimensions.AGENCIES, Dimensions.AREAS, Dimensions.PS, Dimensions.CATEGORIES, Dimensions.RULES, Dimensions.DATES,
            ThreatTables.THREATS, ThreatTables.TAGS, ThreatTables.OTHER_AREAS, ThreatTables.SUPPORTING,
            WorkTables.PLANS, WorkTables.ACTIONS,
            EventTables.DISRUPTIONS, EventTables.SUPPORT, EventTables.OTHER_PS,
            WorkTables.MEETINGS, WorkTables.MEETING_BODIES, WorkTables.MEETING_THREATS);

    /// How many events are counted at once.
    private static final int PAGE = 1_000;

    /// How the counting rules answer for an event.
    ///
    /// @param lead the event that counts for it, where it is linked as the support of another
    public record Counted(CountingVerdict verdict, Optional<UUID> lead) {}

    /// What a vault says of its records.
    public interface Source {
        /// Gives every record of a kind.
        <K extends Entity<K>> void each(Fields<K> fields, Consumer<Fact<K>> to);

        /// How each of these events counts.
        Map<UUID, Counted> counted(List<Disruption> events);
    }

    /// Where the files go.
    @FunctionalInterface
    public interface Target {
        /// Makes a file of that name, which the writer closes.
        OutputStream file(String name) throws IOException;
    }

    /// What a dataset says of itself.
    ///
    /// @param today the day on which it is made, at the desk
    public record About(UUID id, Instant made, LocalDate today, Reference reference) {}

    private final Released released;
    private final About about;
    private final Source source;
    private final Target target;
    private final Bodies bodies;
    private final SortedSet<LocalDate> days = new TreeSet<>();
    private final Map<String, String> threatsByRef = new HashMap<>();
    private final SortedMap<String, TableFile<?>> files = new TreeMap<>();

    private Dataset(Released released, About about, Source source, Target target) {
        this.released = released;
        this.about = about;
        this.source = source;
        this.target = target;
        this.bodies = new Bodies(about.reference());
    }

    /// Writes all files.
    ///
    /// @return how many rows each table has
    public static SortedMap<String, Long> write(Released released, About about, Source source, Target target)
            throws IOException {
        return new Dataset(released, about, source, target).write();
    }

    private SortedMap<String, Long> write() throws IOException {
        threats();
        plans();
        actions();
        disruptions();
        meetings();
        dimensions();
        var rows = new TreeMap<String, Long>();
        files.forEach((name, file) -> rows.put(name, file.rows()));
        var paper = new Paperwork(released, about, rows);
        var resources = TABLES.stream().map(table -> resource(table.name())).toList();
        put("datapackage.json", paper.descriptor(resources));
        put("README.md", paper.readme());
        return rows;
    }

    private Json resource(String table) {
        var file = files.get(table);
        if (file == null) throw new IllegalStateException("the table " + table + " was not written");
        return file.resource();
    }

    private void put(String name, byte[] bytes) throws IOException {
        try (var out = target.file(name)) {
            out.write(bytes);
        }
    }

    private <R> TableFile<R> open(Table<R> table) throws IOException {
        var file = new TableFile<>(table, target.file(table.file()));
        files.put(table.name(), file);
        return file;
    }

    private <R> void all(Table<R> table, Iterable<? extends R> rows) throws IOException {
        try (var file = open(table)) {
            rows.forEach(file::write);
        }
    }

    /// The released records of a kind, without what points at a record that is not released.
    private <K extends Entity<K>> void each(Fields<K> fields, Consumer<Fact<K>> to) {
        source.each(fields, fact -> {
            if (!released.includes(fact.record().id().value())) return;
            var record = fact.record();
            for (var field : fields.all()) record = pointing(record, field);
            to.accept(new Fact<>(record, fact.changedAt()));
        });
    }

    private <K extends Entity<K>, V> K pointing(K record, Field<K, V> field) {
        return record.find(field).orElse(null) instanceof Id<?> id && !released.includes(id.value())
                ? record.with(field, null)
                : record;
    }

    private <K extends Entity<K>> K named(K record, Field<K, String> agency) {
        return record.with(agency, bodies.named(record.get(agency)));
    }

    private List<String> named(Collection<String> agencies) {
        var names = new LinkedHashSet<String>();
        for (var agency : agencies) if (!agency.isBlank()) names.add(bodies.named(agency));
        return List.copyOf(names);
    }

    @SafeVarargs
    private <K extends Entity<K>> void dated(K record, Field<K, LocalDate>... dates) {
        for (var date : dates) record.find(date).ifPresent(days::add);
    }

    private void threats() throws IOException {
        var tags = about.reference().lists().tags().stream().map(Lists.Word::value).toList();
        try (var threats = open(ThreatTables.THREATS);
                var tagged = open(ThreatTables.TAGS);
                var areas = open(ThreatTables.OTHER_AREAS);
                var supporting = open(ThreatTables.SUPPORTING)) {
            each(Threat.FIELDS, fact -> {
                var threat = fact.record();
                threats.write(new Fact<>(named(named(threat, Threat.AGENCY), Threat.LEAD_AGENCY), fact.changedAt()));
                dated(threat, Threat.IDENTIFIED, Threat.MAPPED, Threat.CLOSED);
                threatsByRef.put(threat.get(Threat.REF).toUpperCase(Locale.ROOT), fact.id());
                ThreatTables.parts(fact, threat.get(Threat.TAGS).stream().filter(tags::contains).toList())
                        .forEach(tagged::write);
                ThreatTables.otherAreas(fact).forEach(areas::write);
                ThreatTables.parts(fact, named(threat.get(Threat.SUPPORTING))).forEach(supporting::write);
            });
        }
    }

    private void plans() throws IOException {
        try (var plans = open(WorkTables.PLANS)) {
            each(Plan.FIELDS, fact -> {
                plans.write(fact);
                dated(fact.record(), Plan.NEXT_REVIEW, Plan.LAST_APPROVED);
            });
        }
    }

    private void actions() throws IOException {
        try (var actions = open(WorkTables.ACTIONS)) {
            each(Action.FIELDS, fact -> {
                actions.write(fact);
                dated(fact.record(), Action.DUE, Action.FINISHED_ON);
            });
        }
    }

    private void disruptions() throws IOException {
        try (var events = open(EventTables.DISRUPTIONS);
                var support = open(EventTables.SUPPORT);
                var ps = open(EventTables.OTHER_PS)) {
            var page = new ArrayList<Fact<Disruption>>();
            each(Disruption.FIELDS, fact -> {
                page.add(fact);
                dated(fact.record(), Disruption.EVENT_DATE, Disruption.RECORD_DATE);
                for (var agency : named(fact.record().get(Disruption.SUPPORTING)))
                    support.write(new EventTables.Part(fact, agency));
                for (var p : fact.record().get(Disruption.OTHER_PS)) ps.write(new EventTables.Part(fact, p.label()));
                if (page.size() == PAGE) counted(page, events);
            });
            counted(page, events);
        }
    }

    private void counted(List<Fact<Disruption>> page, TableFile<EventTables.Event> events) {
        var answers = source.counted(page.stream().map(Fact::record).toList());
        for (var fact : page) {
            var answer = answers.get(fact.record().id().value());
            if (answer == null) throw new IllegalStateException("an event was not counted");
            boolean known = answer.lead().filter(lead -> !released.includes(lead)).isEmpty();
            events.write(new EventTables.Event(
                    new Fact<>(named(fact.record(), Disruption.LEAD_AGENCY), fact.changedAt()),
                    known ? answer.verdict() : EventTables.withoutNaming(answer.verdict()),
                    answer.lead().filter(released::includes)));
        }
        page.clear();
    }

    private void meetings() throws IOException {
        try (var meetings = open(WorkTables.MEETINGS);
                var attending = open(WorkTables.MEETING_BODIES);
                var agenda = open(WorkTables.MEETING_THREATS)) {
            each(Meeting.FIELDS, fact -> {
                meetings.write(fact);
                dated(fact.record(), Meeting.DATE);
                bodies.of(fact).forEach(attending::write);
                fact.record().get(Meeting.THREATS).stream()
                        .flatMap(ref -> Optional.ofNullable(threatsByRef.get(ref.toUpperCase(Locale.ROOT))).stream())
                        .distinct()
                        .forEach(threat -> agenda.write(new WorkTables.OnAgenda(fact, threat)));
            });
        }
    }

    private void dimensions() throws IOException {
        all(Dimensions.AGENCIES, bodies.all());
        all(Dimensions.AREAS, List.of(ThreatArea.values()));
        all(Dimensions.PS, List.of(P.values()));
        all(Dimensions.CATEGORIES, List.of(Category.values()));
        all(Dimensions.RULES, about.reference().countingRules().all());
        var first = days.isEmpty() ? about.today() : days.first();
        var last = days.isEmpty() ? about.today() : days.last();
        var from = Dimensions.financialYearStart(first);
        var to = Dimensions.financialYearStart(last).plusYears(1);
        all(Dimensions.DATES, from.datesUntil(to).map(day -> new Dimensions.Day(day, about.today())).toList());
    }
}
