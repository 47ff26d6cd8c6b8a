package fourfold.desk;

import static fourfold.core.access.Permission.EDIT_THREATS;
import static fourfold.core.access.Permission.READ;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Seen;
import fourfold.core.people.Person;
import fourfold.core.reference.Agencies;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.threat.AssessmentType;
import fourfold.core.threat.MasterListStatus;
import fourfold.core.threat.Moderation;
import fourfold.core.threat.SocFlag;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatRules;
import fourfold.store.Store;
import fourfold.store.ThreatFilter;
import fourfold.store.ThreatRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiFunction;

/// The counter for threats: found, opened, created, changed, typed anew, given an LRO, closed.
public final class ThreatDesk extends Desk {

    /// The fields of a threat that no person writes by hand.
    public static final Set<Field<Threat, ?>> CLOSED_FIELDS =
            Set.of(Threat.REF, Threat.LRO_SINCE, Threat.LRO_APPOINTED_BY, Threat.PHASE_SINCE);

    /// How many events a file shows at once; the list of disruptions shows them all.
    private static final int NEWEST_EVENTS = 20;

    private final RefMint refs;
    private final Agencies agencies;
    private final Consultations consultations;
    private final ProvenanceReading provenance;

    ThreatDesk(Session session, Store store, Ledger ledger, RefMint refs, Agencies agencies, Consultations consultations) {
        super(session, store, ledger);
        this.refs = refs;
        this.agencies = agencies;
        this.consultations = consultations;
        this.provenance = new ProvenanceReading(store, ledger.replica(), session.clock().getZone());
    }

    /// A new threat.
    public record Create(Editing<Threat> values, String reason) {}

    /// A change of some fields. A new kind, a new LRO and a closing ask for what they need.
    public record Edit(Seen<Threat> threat, Editing<Threat> values, String reason) {}

    /// Keeps a new threat. What nobody said is taken as usual: owned by this agency, tactical, SOC, not moderated, not yet
    /// on the master list.
    public Outcome<Kept<Threat>> create(Create wish) {
        return this.<Threat>create(EDIT_THREATS, Operation.CREATE, wish.reason(), () -> {
            var ref = refs.next(Threat.FIELDS, "");
            var blank = Threat.FIELDS.blank(Id.named(Threat.FIELDS.kind(), ref))
                    .with(Threat.REF, ref)
                    .with(Threat.AGENCY, session.agency())
                    .with(Threat.TYPE, AssessmentType.TACTICAL)
                    .with(Threat.SOC, SocFlag.SOC)
                    .with(Threat.MODERATION, Moderation.NOT_MODERATED)
                    .with(Threat.MASTER_LIST, MasterListStatus.PENDING_SUBMISSION)
                    .with(Threat.PHASE, "Identified")
                    .with(Threat.IDENTIFIED, session.today())
                    .with(Threat.MARKING, Marking.OFFICIAL_SENSITIVE);
            return wish.values().into(blank, CLOSED_FIELDS)
                    .then(written -> AgencyNames.named(agencies, Threat.AGENCY, written))
                    .then(threat -> ThreatRules.create(threat, session.label(), wish.reason(), session.today()));
        });
    }

    /// Changes a threat on the version that the person saw.
    public Outcome<Kept<Threat>> edit(Edit wish) {
        return change(EDIT_THREATS, Threat.FIELDS, wish.threat(), Operation.EDIT, wish.reason(), before ->
                wish.values().into(before, CLOSED_FIELDS)
                        .then(written -> AgencyNames.named(agencies, Threat.AGENCY, written))
                        .then(after -> ThreatRules.change(
                                before, after, session.label(), wish.reason(), session.today())));
    }

    /// Types a threat anew: another kind, with its day and a reason.
    public Outcome<Kept<Threat>> retype(Edit wish) {
        return editing(wish, (before, after) -> before.find(Threat.KIND).equals(after.find(Threat.KIND))
                ? Optional.of(new Problem.Invalid("kind", "Choose another kind than it has."))
                : Optional.empty());
    }

    /// Appoints an LRO, or another one, with a reason that the person will see.
    public Outcome<Kept<Threat>> appoint(Edit wish) {
        return editing(wish, (before, after) -> after.lacks(Threat.LRO)
                        || before.get(Threat.LRO).equals(after.get(Threat.LRO))
                ? Optional.of(new Problem.Invalid("lro", "Name the new LRO."))
                : Optional.empty());
    }

    /// Closes a threat that is open.
    public Outcome<Kept<Threat>> close(Edit wish) {
        return editing(wish, (before, after) -> {
            if (before.isClosed()) return Optional.of(new Problem.NotNow("The threat is closed already."));
            var missing = ThreatRules.missingToClose(after);
            return missing.isEmpty() ? Optional.empty() : Optional.of(new Problem.Invalid(missing));
        });
    }

    private Outcome<Kept<Threat>> editing(Edit wish, BiFunction<Threat, Threat, Optional<Problem>> bar) {
        return session.require(EDIT_THREATS)
                .then(ok -> kept(Threat.FIELDS, wish.threat().id()))
                .then(kept -> bar.apply(kept.record(), wish.values().into(kept.record()))
                        .<Outcome<Kept<Threat>>>map(Outcome::refused)
                        .orElseGet(() -> edit(wish)));
    }

    /// The words that records use already, to choose from while somebody types.
    ///
    /// @param parties people, posts, units and partners
    public record Words(SortedSet<String> parties, SortedSet<String> areas, SortedSet<String> tags) {}

    /// The words that forms about threats suggest.
    public Outcome<Words> words() {
        return session.require(READ).map(ok -> {
            var parties = store.directory().parties();
            store.records().standing(Person.FIELDS, person -> parties.add(person.label()));
            return new Words(parties, store.directory().areas(), store.directory().tags());
        });
    }

    /// Every threat as a line, by reference: the list is small enough to be read whole, and is narrowed where it is shown.
    /// Asking for it is one consultation, logged at most once in ten minutes.
    public Outcome<List<ThreatLine>> list() {
        return session.require(READ).map(ok -> {
            var rows = store.threats()
                    .list(ThreatFilter.ALL, ThreatRepository.Order.REF, true, Integer.MAX_VALUE, 0)
                    .rows();
            consultations.listed(Threat.FIELDS.kind(), "", rows.size());
            return rows.stream().map(ThreatLine::of).toList();
        });
    }

    /// A threat with all that belongs to it; the opening is logged.
    public Outcome<ThreatFile> file(Id<Threat> id) {
        return session.require(READ)
                .then(ok -> store.threats()
                        .sheet(id, NEWEST_EVENTS)
                        .map(Outcome::done)
                        .orElseGet(() -> refused(new Problem.Gone("There is no such threat."))))
                .map(sheet -> new ThreatFile(
                        consultations.opened(sheet.threat()),
                        ThreatLine.of(sheet.row()),
                        sheet.plan(),
                        sheet.actions(),
                        sheet.events(),
                        sheet.eventCount(),
                        provenance.of(sheet.threat().record()),
                        sheet.plan().map(plan -> provenance.of(plan.record()))));
    }

    /// Opens a threat; the opening is logged.
    public Outcome<Kept<Threat>> open(Id<Threat> id) {
        return session.require(READ).then(ok -> kept(Threat.FIELDS, id)).map(consultations::opened);
    }

    /// Opens the threat of that reference; the opening is logged.
    public Outcome<Kept<Threat>> open(String ref) {
        return session.require(READ).then(ok -> kept(Threat.FIELDS, ref)).map(consultations::opened);
    }
}
