package fourfold.desk;

import static fourfold.core.access.Permission.MODERATE;
import static fourfold.core.access.Permission.READ;
import static fourfold.core.access.Permission.RECORD_DISRUPTIONS;
import static fourfold.core.kernel.Outcome.done;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Seen;
import fourfold.core.reference.Reference;
import fourfold.core.review.Decision;
import fourfold.core.review.Review;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The counter for events: recorded, corrected, moderated.
public final class DisruptionDesk extends Desk {

    /// The fields of an event that no person writes by hand.
    public static final Set<Field<Disruption, ?>> CLOSED_FIELDS = Set.of(
            Disruption.REF,
            Disruption.THREAT,
            Disruption.THREAT_KIND,
            Disruption.RECORD_DATE,
            Disruption.ACTION,
            Disruption.RECORDED_BY,
            Disruption.MODERATION,
            Disruption.MODERATED_BY,
            Disruption.MODERATED_ON,
            Disruption.MODERATION_REASON);

    private final RefMint refs;
    private final Supplier<Reference> reference;
    private final Consultations consultations;
    private final EventReading reading;
    private final Writers writers;
    private final KindOnDay kinds;

    DisruptionDesk(
            Session session,
            Store store,
            Ledger ledger,
            Journal journal,
            RefMint refs,
            Supplier<Reference> reference,
            Consultations consultations) {
        super(session, store, ledger);
        this.writers = new Writers(store, journal);
        this.kinds = new KindOnDay(store, journal);
        this.refs = refs;
        this.reference = reference;
        this.consultations = consultations;
        this.reading = new EventReading(
                session,
                store,
                reference,
                new ProvenanceReading(store, ledger.replica(), session.clock().getZone()),
                consultations);
    }

    /// What a form for a new event offers.
    ///
    /// @param threat the threat that it is about, where that is known
    /// @param action the action that it came of, where that is known
    public record Beginning(@Nullable Id<Threat> threat, @Nullable Id<fourfold.core.plan.Action> action) {}

    /// A new event.
    ///
    /// @param threat null where nobody has said yet; that is refused like any other missing field
    /// @param action the finished action that it came of, or null
    public record Record(@Nullable Id<Threat> threat, @Nullable Id<fourfold.core.plan.Action> action, Editing<Disruption> values) {}

    /// A correction of an event. A corrected category waits for a second person again.
    public record Correct(Seen<Disruption> event, Editing<Disruption> values, String reason) {}

    /// What a second person decides about an event.
    ///
    /// @param regraded the category that it gets instead, where the decision is to regrade
    public record Moderate(
            Seen<Disruption> event, Moderating decision, @Nullable Category regraded, String reason) {}

    /// Keeps a new event. The record day is today; an event that this agency led names it as the lead agency.
    public Outcome<Kept<Disruption>> record(Record wish) {
        return this.<Disruption>create(RECORD_DISRUPTIONS, Operation.RECORD, "", () -> threatOf(wish)
                .then(threat -> drafted(wish, threat.orElse(null)))
                .then(this::named)
                .then(event -> DisruptionRules.create(event, session.today())));
    }

    private Outcome<Optional<Threat>> threatOf(Record wish) {
        return wish.threat() == null
                ? done(Optional.empty())
                : kept(Threat.FIELDS, wish.threat()).map(kept -> Optional.of(kept.record()));
    }

    private Outcome<Disruption> drafted(Record wish, @Nullable Threat threat) {
        var ref = refs.next(Disruption.FIELDS, "D");
        var blank = Disruption.FIELDS
                .blank(Id.named(Disruption.FIELDS.kind(), ref))
                .with(Disruption.REF, ref)
                .with(Disruption.THREAT, wish.threat())
                .with(Disruption.RECORD_DATE, session.today())
                .with(Disruption.RECORDED_BY, session.label())
                .with(Disruption.MODERATION, EventModeration.AWAITING)
                .with(Disruption.ACTION, wish.action())
                .with(Disruption.MARKING, Marking.OFFICIAL_SENSITIVE);
        return wish.values().into(blank, CLOSED_FIELDS).map(event -> ofItsKind(event, threat)).map(event ->
                event.is(Disruption.TYPE, DisruptionType.LEAD) && event.lacks(Disruption.LEAD_AGENCY)
                        ? event.with(Disruption.LEAD_AGENCY, session.agency())
                        : event);
    }

    private Disruption ofItsKind(Disruption event, @Nullable Threat threat) {
        return threat == null
                ? event
                : event.with(Disruption.THREAT_KIND, kinds.of(threat, event.find(Disruption.EVENT_DATE)).orElse(null));
    }

    /// The event after its day was corrected: its threat may have been of another kind then.
    private Disruption ofItsDay(Disruption before, Disruption after) {
        if (before.find(Disruption.EVENT_DATE).equals(after.find(Disruption.EVENT_DATE))) return after;
        return after.find(Disruption.THREAT)
                .flatMap(threat -> store.records().find(Threat.FIELDS, threat))
                .map(kept -> ofItsKind(after, kept.record()))
                .orElse(after);
    }

    /// The lead agency and those that supported under their own names.
    private Outcome<Disruption> named(Disruption event) {
        var meant = new AgenciesMeant(reference.get());
        return done(meant.among(Disruption.SUPPORTING, meant.in(Disruption.LEAD_AGENCY, event)));
    }

    /// Corrects an event on the version that the person saw.
    public Outcome<Kept<Disruption>> correct(Correct wish) {
        return change(RECORD_DISRUPTIONS, Disruption.FIELDS, wish.event(), Operation.EDIT, wish.reason(), before ->
                wish.values().into(before, CLOSED_FIELDS)
                        .then(this::named)
                        .map(after -> ofItsDay(before, after))
                        .then(after -> DisruptionRules.change(before, after, session.today())));
    }

    /// Moderates an event that somebody else recorded.
    public Outcome<Kept<Disruption>> moderate(Moderate wish) {
        return allowed(MODERATE, () -> current(Disruption.FIELDS, wish.event())
                .then(kept -> DisruptionRules.mayModerate(
                                kept.record(), session.user(), writers.ofEvent(wish.event().id()))
                        .then(event -> DisruptionRules.moderate(
                                event, wish.decision(), wish.regraded(), wish.reason(), session.label(), session.today()))
                        .then(after -> ledger.change(session, MODERATE, wish.reason(), List.of(
                                        Change.of(Operation.MODERATE, kept.record(), after, kept.state()),
                                        Change.creating(Operation.MODERATE, review(kept.record(), after, wish))))
                                .then(written -> kept(Disruption.FIELDS, wish.event().id())))));
    }

    private Review review(Disruption before, Disruption after, Moderate wish) {
        return Review.FIELDS
                .blank(new Id<>(UUID.randomUUID()))
                .with(Review.SUBJECT_KIND, Disruption.FIELDS.kind())
                .with(Review.SUBJECT, before.id().toString())
                .with(Review.DECISION, switch (wish.decision()) {
                    case AGREE -> Decision.AGREED;
                    case REGRADE -> Decision.REGRADED;
                    case RETURN -> Decision.RETURNED;
                })
                .with(Review.BY, session.label())
                .with(Review.AT, session.clock().instant())
                .with(Review.REASON, wish.reason())
                .with(Review.CONTENT, before.print(Disruption.CATEGORY) + " → " + after.print(Disruption.CATEGORY));
    }

    /// What a form for a new event offers. Reading the names of the open threats is one consultation.
    public Outcome<CaptureStart> begin(Beginning wish) {
        return session.require(RECORD_DISRUPTIONS).map(ok -> reading.begin(wish));
    }

    /// The newest events that the filter lets through. Asking is one consultation, logged with its terms and hits.
    ///
    /// @param most how many lines at most
    public Outcome<EventList> list(EventFilter filter, int most) {
        return session.require(READ).map(ok -> reading.list(filter, most));
    }

    /// What the filter of the list can ask for: agencies and lead units that events name.
    public Outcome<EventWords> words() {
        return session.require(READ).map(ok -> reading.words());
    }

    /// An event with all that belongs to it; the opening is logged.
    public Outcome<EventFile> file(Id<Disruption> id) {
        return open(id).map(kept -> reading.file(kept));
    }

    /// The newest events of a threat, with their balance.
    public Outcome<ThreatEvents> of(Id<Threat> threat) {
        return session.require(READ).then(ok -> kept(Threat.FIELDS, threat)).map(kept -> reading.of(kept.record()));
    }

    /// The events that wait for a second person, whoever that may be.
    public Outcome<ModerationQueue> waiting() {
        return session.require(READ).map(ok -> reading.waiting());
    }

    /// Opens an event; the opening is logged.
    public Outcome<Kept<Disruption>> open(Id<Disruption> id) {
        return session.require(READ).then(ok -> kept(Disruption.FIELDS, id)).map(consultations::opened);
    }

    /// Opens the event of that reference; the opening is logged.
    public Outcome<Kept<Disruption>> open(String ref) {
        return session.require(READ).then(ok -> kept(Disruption.FIELDS, ref)).map(consultations::opened);
    }

    /// Whether an event, as it is written so far, will count nationally, and why: by the kind that its threat has on its day.
    public CountingVerdict verdict(Disruption event) {
        return reading.verdict(event.find(Disruption.THREAT)
                .flatMap(threat -> store.records().find(Threat.FIELDS, threat))
                .map(kept -> ofItsKind(event, kept.record()))
                .orElse(event));
    }

    /// Whether an event that is kept counts nationally, and why: an event that is linked as the support of another counts
    /// through that one.
    public Outcome<CountingVerdict> verdictOf(Kept<Disruption> event) {
        return session.require(READ).map(ok -> reading.verdict(event));
    }
}
