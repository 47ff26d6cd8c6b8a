package fourfold.desk;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Watch;
import fourfold.core.meeting.Meeting;
import fourfold.core.people.Party;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.reference.Reference;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import fourfold.desk.LoadDesk.Note;
import fourfold.desk.LoadDesk.Report;
import fourfold.desk.LoadDesk.Tally;
import fourfold.extract.CheckedRow;
import fourfold.extract.ExtractReader;
import fourfold.extract.ExtractSink;
import fourfold.extract.ExtractSource;
import fourfold.extract.ExtractSummary;
import fourfold.extract.ExtractTable;
import fourfold.extract.Finding;
import fourfold.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One reading of extracts: what of their rows is new or other than here, and what could not be taken. It writes nothing.
final class Loading {

    private final Store store;
    private final Journal journal;
    private final Map<String, ExtractSource> sources;
    private final Watch progress;
    private final List<Note> rejected = new ArrayList<>();
    private final List<Note> warnings = new ArrayList<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<Id<Threat>, Threat> threats = new HashMap<>();
    private final LoadedPlans plans;
    private final Map<String, String> people = new LinkedHashMap<>();
    private final AgenciesMeant agencies;
    private final KindOnDay kinds;
    private boolean stopped;

    Loading(Store store, Journal journal, Reference reference, Map<String, ExtractSource> sources, Watch progress) {
        this.store = store;
        this.journal = journal;
        this.sources = sources;
        this.progress = progress;
        plans = new LoadedPlans(store, journal);
        kinds = new KindOnDay(store, journal);
        agencies = new AgenciesMeant(reference);
    }

    Report read() {
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
        return new Report(tallies, rejected, warnings, stopped);
    }

    /// What has to be written for it, when all is read.
    List<Change> changes() {
        var all = new ArrayList<>(changes);
        plans.approveOutside(all);
        all.addAll(newPeople());
        return all;
    }

    /// States of an extract are kept as stated: an assessed event was moderated outside, an unassessed one waits.
    private Disruption stated(Disruption row) {
        var event = agencies.among(Disruption.SUPPORTING, agencies.in(Disruption.LEAD_AGENCY, row));
        boolean unassessed = event.is(Disruption.CATEGORY, Category.UNASSESSED);
        return event.with(Disruption.MODERATION, unassessed ? EventModeration.AWAITING : EventModeration.OUTSIDE)
                .with(Disruption.THREAT_KIND, kindOf(event.get(Disruption.THREAT), event.find(Disruption.EVENT_DATE)).orElse(null))
                .with(Disruption.MARKING, Marking.OFFICIAL_SENSITIVE);
    }

    private Optional<ThreatKind> kindOf(Id<Threat> id, Optional<LocalDate> day) {
        var threat = threats.get(id);
        if (threat == null) {
            var kept = store.records().find(Threat.FIELDS, id);
            if (kept.isEmpty()) return Optional.empty();
            threat = kept.get().record();
            threats.put(id, threat);
        }
        return kinds.of(threat, day);
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

    private @Nullable Id<Threat> threatOf(String ref) {
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

    /// What an extract states is kept, since a threat that is missing here would be worse; but until its owner is one whom
    /// somebody knows, whoever loaded it keeps it.
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
}
