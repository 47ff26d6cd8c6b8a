package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.meeting.Meeting;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.review.Review;
import fourfold.core.settings.Draft;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The counter for history: what changed in a record, from what to what, who, when and why; and any version of it. All of
/// it is read from the journal. Reading it is a consultation of the record, as opening the record is.
public final class HistoryDesk extends Desk {

    private final Journal journal;
    private final Consultations consultations;

    HistoryDesk(Session session, Store store, Ledger ledger, Journal journal, Consultations consultations) {
        super(session, store, ledger);
        this.journal = journal;
        this.consultations = consultations;
    }

    /// One field that was changed.
    ///
    /// @param before what people read there before; empty where there was nothing
    public record FieldChange(String field, String before, String after) {}

    /// One entry of a record's timeline.
    ///
    /// @param position its place in the journal, which names the version that it made
    public record Step(
            long position,
            Instant at,
            String user,
            String agency,
            String role,
            String operation,
            String reason,
            List<FieldChange> changes) {

        /// What was done, in words.
        public String words() {
            return Operation.words(operation);
        }
    }

    /// Entries whose values are no part of the record: the timeline says what would have changed.
    private static final Set<String> PROPOSALS = Set.of(Operation.PROPOSE.name(), Operation.DECLINE.name());

    private static final List<Fields<?>> KINDS = List.of(
            Threat.FIELDS,
            Plan.FIELDS,
            Action.FIELDS,
            Disruption.FIELDS,
            Meeting.FIELDS,
            Person.FIELDS,
            Review.FIELDS,
            EventLink.FIELDS);

    /// The timeline of a record whose kind is known by its name only, newest first.
    public Outcome<List<Step>> timeline(String kind, UUID id) {
        return named(kind).then(fields -> timelineOf(fields, id));
    }

    private <K extends Entity<K>> Outcome<List<Step>> timelineOf(Fields<K> fields, UUID id) {
        return timeline(fields, new Id<K>(id));
    }

    /// Two versions side by side of a record whose kind is known by its name only.
    public Outcome<List<FieldChange>> compare(String kind, UUID id, long earlier, long later) {
        return named(kind).then(fields -> compareOf(fields, id, earlier, later));
    }

    private <K extends Entity<K>> Outcome<List<FieldChange>> compareOf(
            Fields<K> fields, UUID id, long earlier, long later) {
        return compare(fields, new Id<K>(id), earlier, later);
    }

    private static Outcome<Fields<?>> named(String kind) {
        for (var fields : KINDS) if (fields.kind().equals(kind)) return Outcome.done(fields);
        return Outcome.refused(new Problem.Gone("There is no history of a " + kind + "."));
    }

    /// The timeline of a record, newest first.
    public <K extends Entity<K>> Outcome<List<Step>> timeline(Fields<K> fields, Id<K> id) {
        return readable(fields, id).then(ok -> kept(fields, id)).map(consultations::opened).map(kept -> {
            var steps = new ArrayList<Step>();
            var state = RecordState.of(fields);
            for (var line : store.timeline().of(Map.of(fields.kind(), List.of(id.value())))) {
                var entry = journal.entry(line.spot());
                var next = state.apply(entry);
                steps.add(step(fields, id, line.spot().position(), entry, state, next));
                state = next;
            }
            return steps.reversed();
        });
    }

    /// Whoever may read may read every history but that of somebody else's draft.
    private Outcome<Session> readable(Fields<?> fields, Id<?> id) {
        return session.require(READ).then(ok -> fields.kind().equals(Draft.FIELDS.kind())
                        && store.records()
                                .find(Draft.FIELDS, new Id<>(id.value()))
                                .filter(draft -> draft.record().is(Draft.PERSON, session.user()))
                                .isEmpty()
                ? Outcome.refused(new Problem.NotAllowed("A draft is its writer's alone."))
                : Outcome.done(ok));
    }

    private <K extends Entity<K>> Step step(
            Fields<K> fields, Id<K> id, long position, Entry entry, RecordState before, RecordState after) {
        var earlier = fields.decode(id, before.values());
        boolean proposed = PROPOSALS.contains(entry.operation());
        var later = fields.decode(id, proposed ? with(before.values(), entry.values()) : after.values());
        var changes = new ArrayList<FieldChange>();
        for (var field : fields.all()) {
            if (!entry.values().containsKey(field.name())) continue;
            var was = shown(field, earlier);
            var is = shown(field, later);
            var note = proposed ? " (proposed)" : after.conflicts().contains(field.name()) ? " (in conflict)" : "";
            if (!was.equals(is) || !note.isEmpty()) changes.add(new FieldChange(field.label() + note, was, is));
        }
        return new Step(
                position,
                entry.at().instant(),
                entry.author().user(),
                entry.author().agency(),
                entry.author().role(),
                entry.operation(),
                entry.reason(),
                changes);
    }

    private static SortedMap<String, Json> with(SortedMap<String, Json> values, SortedMap<String, Json> more) {
        var all = new TreeMap<>(values);
        all.putAll(more);
        return all;
    }

    private <K extends Entity<K>, V> String shown(Field<K, V> field, K record) {
        return FieldWords.of(store, field, record);
    }

    /// The record as it was after that entry.
    public <K extends Entity<K>> Outcome<Optional<K>> version(Fields<K> fields, Id<K> id, long position) {
        return readable(fields, id).map(ok -> {
            store.records().find(fields, id).ifPresent(consultations::opened);
            var state = RecordState.of(fields);
            boolean reached = false;
            for (var line : store.timeline().of(Map.of(fields.kind(), List.of(id.value())))) {
                if (line.spot().position() > position) break;
                state = state.apply(journal.entry(line.spot()));
                reached = true;
            }
            return reached ? Optional.of(fields.decode(id, state.values())) : Optional.empty();
        });
    }

    /// Two versions of a record side by side: every field in which they differ.
    public <K extends Entity<K>> Outcome<List<FieldChange>> compare(
            Fields<K> fields, Id<K> id, long earlier, long later) {
        return version(fields, id, earlier).then(one -> version(fields, id, later).map(other -> {
            var changes = new ArrayList<FieldChange>();
            var first = one.orElse(fields.blank(id));
            var second = other.orElse(fields.blank(id));
            for (var field : fields.all())
                if (!first.print(field).equals(second.print(field)))
                    changes.add(new FieldChange(field.label(), shown(field, first), shown(field, second)));
            return changes;
        }));
    }
}
