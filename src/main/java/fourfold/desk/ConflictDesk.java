package fourfold.desk;

import static fourfold.core.access.Permission.READ;
import static fourfold.core.access.Permission.SETTLE;
import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.access.Permission;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merge;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Seen;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.reference.Agencies;
import fourfold.core.sync.CommonAncestor;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState.Head;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import fourfold.store.UnsettledRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// The counter for values in conflict: which stand, who wrote each, when and why, and the settlement, which is written by
/// somebody who has seen them all. An ordinary field is settled by an LRO or a supervisor, a governed one by a supervisor of
/// the agency that owns the record.
public final class ConflictDesk extends Desk {

    /// The fields that take only a value that stands: no person writes them by hand.
    private static final Set<Field<?, ?>> CLOSED = closed();

    private final UnsettledReading reading;
    private final OwnWork ownWork;
    private final Agencies agencies;
    private final Consultations consultations;

    ConflictDesk(
            Session session,
            Store store,
            Ledger ledger,
            Journal journal,
            Agencies agencies,
            Consultations consultations) {
        super(session, store, ledger);
        this.reading = new UnsettledReading(store, journal, ledger.governing());
        this.ownWork = new OwnWork(session, store, journal);
        this.agencies = agencies;
        this.consultations = consultations;
    }

    private static Set<Field<?, ?>> closed() {
        var closed = new HashSet<Field<?, ?>>();
        closed.addAll(ThreatDesk.CLOSED_FIELDS);
        closed.addAll(PlanDesk.CLOSED_PLAN_FIELDS);
        closed.addAll(PlanDesk.CLOSED_ACTION_FIELDS);
        closed.addAll(DisruptionDesk.CLOSED_FIELDS);
        return Set.copyOf(closed);
    }

    /// One value that stands.
    ///
    /// @param entry the identity of the entry that wrote it, by which it can be chosen
    /// @param value what people read; empty where the entry emptied the field
    /// @param loaded whether an extract stated it
    public record Standing(
            String entry,
            String value,
            String user,
            String agency,
            String role,
            Instant at,
            String reason,
            boolean loaded) {}

    /// One field in conflict.
    ///
    /// @param governed whether only the owning agency settles it
    /// @param shown the value that is shown and acted on until then
    /// @param before of a long text, what all of its writers had before them; empty where they had nothing
    /// @param values all that stand, in the order in which they came here
    public record Contested(
            String field, String label, boolean governed, String shown, Optional<String> before, List<Standing> values) {}

    /// One record in conflict.
    public record InConflict(Waiting record, List<Contested> fields) {}

    /// What settles a field.
    public sealed interface Answer {
        /// A value, as people write it; empty to empty the field.
        record Value(String text) implements Answer {}

        /// The value of an entry, one of those that stand.
        record OfEntry(String entry) implements Answer {}
    }

    /// A settlement, on the version that the person saw.
    ///
    /// @param kind the kind's name
    /// @param version of [Waiting#version]
    /// @param field its name or its label
    /// @param reason always needed
    public record Settle(String kind, UUID record, long version, String field, Answer answer, String reason) {}

    /// What came of a settlement.
    ///
    /// @param value what people read in the field now
    /// @param left the fields of the record that are still in conflict
    public record Settled(Waiting record, String field, String value, List<String> left) {}

    /// Every record in conflict; the look at the list is logged.
    public Outcome<List<InConflict>> list() {
        return session.require(READ).map(ok -> {
            var all = new ArrayList<InConflict>();
            var waiting = store.unsettled().inConflict();
            for (var fields : SharedKinds.ALL) all.addAll(list(fields, waiting));
            consultations.searched("conflict", "", all.size());
            return all;
        });
    }

    private <K extends Entity<K>> List<InConflict> list(Fields<K> fields, List<UnsettledRepository.Waiting> waiting) {
        var records = waiting.stream()
                .filter(one -> one.kind().equals(fields.kind()))
                .map(UnsettledRepository.Waiting::record)
                .toList();
        return reading.kept(fields, records).stream().map(this::inConflict).toList();
    }

    /// What is in conflict in one record; the opening is logged.
    public Outcome<InConflict> open(String kind, UUID record) {
        return session.require(READ).then(ok -> declared(kind)).then(fields -> opened(fields, record));
    }

    private <K extends Entity<K>> Outcome<InConflict> opened(Fields<K> fields, UUID record) {
        return kept(fields, new Id<K>(record)).map(consultations::opened).map(this::inConflict);
    }

    /// The record of that reference, whatever its state; a plan has its threat's. The opening is logged.
    public Outcome<InConflict> open(String kind, String ref) {
        return session.require(READ).then(ok -> declared(kind)).then(fields -> opened(fields, ref));
    }

    private <K extends Entity<K>> Outcome<InConflict> opened(Fields<K> fields, String ref) {
        return kept(fields, ref).map(consultations::opened).map(this::inConflict);
    }

    private static Outcome<Fields<?>> declared(String kind) {
        return SharedKinds.find(kind)
                .<Outcome<Fields<?>>>map(Outcome::done)
                .orElseGet(() -> refused(new Problem.Gone("There are no conflicts of a " + kind + ".")));
    }

    private <K extends Entity<K>> InConflict inConflict(Kept<K> kept) {
        var fields = kept.record().fields();
        var conflicts = kept.state().conflicts();
        var entries = conflicts.isEmpty()
                ? Map.<EntryId, Entry>of()
                : reading.entries(fields, kept.record().id().value());
        return new InConflict(
                reading.waiting(kept),
                conflicts.stream().map(name -> contested(fields, kept, name, entries)).toList());
    }

    private <K extends Entity<K>> Contested contested(
            Fields<K> fields, Kept<K> kept, String name, Map<EntryId, Entry> entries) {
        var heads = kept.state().heads().getOrDefault(name, List.of());
        var merge = fields.of(name);
        var ancestor = merge == Merge.LONG_TEXT
                ? CommonAncestor.of(entries.values(), name, heads).map(json -> words(fields, name, json))
                : Optional.<String>empty();
        return new Contested(
                name,
                FieldWords.label(fields, name),
                merge == Merge.GOVERNED,
                words(fields, name, kept.state().values().getOrDefault(name, Json.nothing())),
                ancestor,
                heads.stream().map(head -> standing(fields, name, head, entries)).toList());
    }

    private <K extends Entity<K>> Standing standing(
            Fields<K> fields, String name, Head head, Map<EntryId, Entry> entries) {
        var entry = Optional.ofNullable(entries.get(head.entry())).orElseThrow();
        return new Standing(
                head.entry().toString(),
                words(fields, name, head.value()),
                entry.author().user(),
                entry.author().agency(),
                entry.author().role(),
                entry.at().instant(),
                entry.reason(),
                head.loaded());
    }

    private <K extends Entity<K>> String words(Fields<K> fields, String name, Json value) {
        return FieldWords.of(store, fields, name, value);
    }

    /// Settles a field that is in conflict, with one of the values that stand or another one.
    public Outcome<Settled> settle(Settle wish) {
        return declared(wish.kind()).then(fields -> settle(fields, wish));
    }

    /// Why this person may not settle the field, in a sentence; empty where they may.
    public String whyNotSettle(InConflict one, Contested field) {
        var may = declared(one.record().kind()).then(fields -> maySettle(fields, one.record().record(), field.field()));
        return may instanceof Outcome.Refused<Session>(var problem) ? problem.sentence() : "";
    }

    private <K extends Entity<K>> Outcome<Session> maySettle(Fields<K> fields, UUID record, String name) {
        return permission(fields).then(may -> kept(fields, new Id<K>(record))).then(kept -> allowed(kept, name));
    }

    private <K extends Entity<K>> Outcome<Settled> settle(Fields<K> fields, Settle wish) {
        return ledger.deciding(() -> permission(fields)
                .then(permission -> current(fields, new Seen<K>(new Id<>(wish.record()), wish.version()))
                        .then(kept -> contestedName(fields, kept, wish.field())
                                .then(name -> allowed(kept, name).then(ok -> reasoned(wish)).then(ok -> chosen(kept, name, wish.answer())
                                        .then(value -> write(permission, kept, name, value, wish.reason())))))));
    }

    /// A supervisor settles everything; an LRO the fields that nobody governs.
    private Outcome<Permission> permission(Fields<?> fields) {
        if (session.may(SETTLE)) return done(SETTLE);
        var own = fields.kind().equals(Disruption.FIELDS.kind())
                ? Permission.RECORD_DISRUPTIONS
                : fields == Plan.FIELDS || fields == Action.FIELDS ? Permission.EDIT_PLANS : Permission.EDIT_THREATS;
        return session.may(own) ? done(own) : refused(new Problem.NotAllowed("Only an LRO or a supervisor may settle this."));
    }

    private static <K extends Entity<K>> Outcome<String> contestedName(Fields<K> fields, Kept<K> kept, String field) {
        var name = fields.called(field).map(Field::name).orElse(field);
        var conflicts = kept.state().conflicts();
        if (conflicts.contains(name)) return done(name);
        return refused(new Problem.NotNow(
                conflicts.isEmpty()
                        ? "Nothing in this " + fields.word() + " is in conflict."
                        : FieldWords.label(fields, name) + " is not in conflict, only "
                                + String.join(", ", conflicts.stream().map(one -> FieldWords.label(fields, one)).toList())
                                + "."));
    }

    private <K extends Entity<K>> Outcome<Session> allowed(Kept<K> kept, String name) {
        var fields = kept.record().fields();
        if (fields.of(name) != Merge.GOVERNED && !isModerated(kept.record(), name)) return done(session);
        var ownership = ledger.governing().ownership(kept.record());
        if (!ownership.governs(session.agency()))
            return refused(new Problem.NotAllowed(
                    FieldWords.label(fields, name) + " is settled by a supervisor of " + ownership.owner() + "."));
        var own = ownWork.bar(kept.record(), List.of(name));
        if (own.isPresent()) return refused(own.get());
        return session.may(SETTLE)
                ? done(session)
                : refused(new Problem.NotAllowed(FieldWords.label(fields, name) + " is settled by a supervisor."));
    }

    /// Whether it is a field of an event that somebody judged when they moderated it: another value has to be judged again,
    /// and the moderation is the owner's.
    private static boolean isModerated(Entity<?> record, String name) {
        return record instanceof Disruption event && DisruptionRules.isModerated(event) && DisruptionRules.isJudged(name);
    }

    private Outcome<Session> reasoned(Settle wish) {
        return wish.reason().isBlank()
                ? refused(new Problem.NeedsReason("conflict.settle", "Say why this value holds."))
                : done(session);
    }

    private <K extends Entity<K>> Outcome<Json> chosen(Kept<K> kept, String name, Answer answer) {
        var heads = kept.state().heads().getOrDefault(name, List.of());
        return switch (answer) {
            case Answer.OfEntry(var entry) -> heads.stream()
                    .filter(head -> head.entry().toString().equals(entry.strip()))
                    .findFirst()
                    .map(head -> done(head.value()))
                    .orElseGet(() -> refused(new Problem.Gone("No value of " + FieldWords.label(kept.record().fields(), name)
                            + " that stands was written by the entry " + entry + ".")));
            case Answer.Value(var text) -> written(kept, name, text).then(value -> mayBe(kept, name, value, heads));
        };
    }

    private static <K extends Entity<K>> Outcome<Json> mayBe(Kept<K> kept, String name, Json value, List<Head> heads) {
        boolean stands = heads.stream().anyMatch(head -> head.value().equals(value));
        var field = kept.record().fields().named(name);
        return stands || field != null && !CLOSED.contains(field)
                ? done(value)
                : refused(new Problem.Invalid(name, FieldWords.label(kept.record().fields(), name)
                        + " cannot be written by hand; choose one of the values that stand."));
    }

    private <K extends Entity<K>> Outcome<Json> written(Kept<K> kept, String name, String text) {
        var field = kept.record().fields().named(name);
        return field == null ? done(Json.of(text)) : written(kept.record().fields(), kept.record(), field, text);
    }

    private <K extends Entity<K>, V> Outcome<Json> written(Fields<K> fields, K record, Field<K, V> field, String text) {
        return field.parse(text).map(record::with).then(this::named).map(after -> fields.encoded(after, field));
    }

    @SuppressWarnings("unchecked") // a threat stays one
    private <K extends Entity<K>> Outcome<K> named(K record) {
        return record instanceof Threat threat
                ? AgencyNames.named(agencies, Threat.AGENCY, threat).map(named -> (K) named)
                : done(record);
    }

    private <K extends Entity<K>> Outcome<Settled> write(
            Permission permission, Kept<K> kept, String name, Json value, String reason) {
        var fields = kept.record().fields();
        var values = new TreeMap<>(kept.state().values());
        values.put(name, value);
        var after = fields.decode(kept.record().id(), values);
        var written = new TreeMap<>(Map.of(name, value));
        if (isModerated(kept.record(), name)) {
            var judged = DisruptionRules.judgedAnew((Disruption) kept.record(), (Disruption) after);
            written.put(Disruption.MODERATION.name(), Disruption.FIELDS.encoded(judged, Disruption.MODERATION));
        }
        var change = new Change(
                Operation.SETTLE,
                fields.kind(),
                kept.record().id().value(),
                written,
                kept.state().known(),
                new TreeSet<>(),
                Change.marking(after));
        return ledger.change(session, permission, reason, List.of(change))
                .then(settled -> kept(fields, kept.record().id()))
                .map(now -> new Settled(
                        reading.waiting(now), name, words(fields, name, value), List.copyOf(now.state().conflicts())));
    }
}
