package fourfold.desk;

import static fourfold.core.access.Permission.EDIT_THREATS;
import static fourfold.core.access.Permission.READ;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Seen;
import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingRules;
import fourfold.core.meeting.MeetingRules.Delay;
import fourfold.core.plan.PlanRules;
import fourfold.core.reference.Reference;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import fourfold.store.ThreatFilter;
import fourfold.store.ThreatRepository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The counter for governance meetings: recorded, corrected, read. What was decided about a threat is written in its plan, and a
/// meeting's own record says only whether it could decide.
public final class MeetingDesk extends Desk {

    /// The fields of a meeting that no person writes by hand.
    public static final Set<Field<Meeting, ?>> CLOSED_FIELDS = Set.of(Meeting.REF);

    private final RefMint refs;
    private final Supplier<Reference> reference;
    private final Consultations consultations;

    MeetingDesk(
            Session session, Store store, Ledger ledger, RefMint refs, Supplier<Reference> reference, Consultations consultations) {
        super(session, store, ledger);
        this.refs = refs;
        this.reference = reference;
        this.consultations = consultations;
    }

    /// A correction of a meeting's record.
    public record Correct(Seen<Meeting> meeting, Editing<Meeting> values, String reason) {}

    /// Keeps the record of a meeting, whether it took place or not.
    public Outcome<Kept<Meeting>> record(Editing<Meeting> values) {
        return this.<Meeting>create(EDIT_THREATS, Operation.RECORD, "", () -> {
            var ref = refs.next(Meeting.FIELDS, "M");
            var blank = Meeting.FIELDS
                    .blank(Id.named(Meeting.FIELDS.kind(), ref))
                    .with(Meeting.REF, ref)
                    .with(Meeting.MARKING, Marking.OFFICIAL_SENSITIVE);
            return values.into(blank, CLOSED_FIELDS).then(meeting -> MeetingRules.create(named(meeting), session.today()));
        });
    }

    /// Corrects the record on the version that the person saw.
    public Outcome<Kept<Meeting>> correct(Correct wish) {
        return change(EDIT_THREATS, Meeting.FIELDS, wish.meeting(), Operation.EDIT, wish.reason(), before -> wish.values()
                .into(before, CLOSED_FIELDS)
                .then(after -> MeetingRules.change(before, named(after), session.today())));
    }

    /// Agencies under their own names, and threats that are here by their own references.
    private Meeting named(Meeting meeting) {
        var meant = new AgenciesMeant(reference.get());
        var agenda = meeting.get(Meeting.THREATS).stream()
                .map(ref -> store.records().findByRef(Threat.FIELDS, ref).map(kept -> kept.record().get(Threat.REF)).orElse(ref.strip()))
                .collect(Collectors.toCollection(TreeSet::new));
        return meant.among(Meeting.ATTENDED, meant.among(Meeting.INVITED, meeting)).with(Meeting.THREATS, agenda);
    }

    /// What the form of a meeting offers. Reading the names of the open threats is one consultation.
    public Outcome<MeetingStart> begin() {
        return session.require(EDIT_THREATS).map(ok -> {
            var open = store.threats()
                    .list(ThreatFilter.ALL.withStanding(ThreatFilter.Standing.OPEN), ThreatRepository.Order.REF, true, Integer.MAX_VALUE, 0)
                    .rows();
            consultations.listed(Threat.FIELDS.kind(), "open", open.size());
            var kinds = new LinkedHashSet<String>();
            var bodies = new LinkedHashSet<String>();
            reference.get().lists().meetingKinds().forEach(kind -> kinds.add(kind.value()));
            reference.get().agencies().all().forEach(agency -> bodies.add(agency.name()));
            reference.get().partners().forEach(partner -> bodies.add(partner.name()));
            for (var meeting : meetings()) {
                meeting.find(Meeting.KIND).ifPresent(kinds::add);
                bodies.addAll(meeting.get(Meeting.INVITED));
                bodies.addAll(meeting.get(Meeting.ATTENDED));
            }
            return new MeetingStart(List.copyOf(kinds), List.copyOf(bodies), open.stream().map(ThreatName::of).toList());
        });
    }

    /// All meetings, the newest first; those without a day come last.
    public Outcome<List<MeetingLine>> list() {
        return session.require(READ).map(ok -> {
            var all = meetings();
            var agencies = ThreatAgencies.of(store);
            var delays = delays(all);
            var lines = all.stream()
                    .map(meeting -> line(meeting, agencies.of(meeting), delays.getOrDefault(meeting.id(), List.of())))
                    .sorted(Comparator.comparing((MeetingLine line) -> line.date().orElse(LocalDate.MIN)).reversed())
                    .toList();
            consultations.listed(Meeting.FIELDS.kind(), "", lines.size());
            return lines;
        });
    }

    /// One meeting; its opening is logged.
    public Outcome<MeetingFile> file(Id<Meeting> id) {
        return session.require(READ)
                .then(ok -> kept(Meeting.FIELDS, id))
                .map(consultations::opened)
                .map(this::laidOut);
    }

    /// The meeting of that reference; its opening is logged.
    public Outcome<Kept<Meeting>> open(String ref) {
        return session.require(READ).then(ok -> kept(Meeting.FIELDS, ref)).map(consultations::opened);
    }

    private List<Meeting> meetings() {
        return store.records().all(Meeting.FIELDS).stream().map(Kept::record).toList();
    }

    /// What each meeting did not decide about.
    private Map<Id<Meeting>, List<Delay>> delays(List<Meeting> all) {
        return MeetingRules.delays(all, LocalDate.MIN, session.today()).stream()
                .collect(Collectors.groupingBy(delay -> delay.meeting().id()));
    }

    private static MeetingLine line(Meeting meeting, List<String> forces, List<Delay> delays) {
        return new MeetingLine(
                meeting.id(),
                meeting.get(Meeting.REF),
                meeting.get(Meeting.KIND),
                meeting.find(Meeting.DATE),
                meeting.find(Meeting.STATUS),
                meeting.get(Meeting.CANCELLATION_REASON),
                List.copyOf(meeting.get(Meeting.THREATS)),
                forces.stream().sorted().toList(),
                delays.stream()
                        .filter(delay -> delay.heldOn().isEmpty())
                        .map(Delay::threatRef)
                        .toList());
    }

    private MeetingFile laidOut(Kept<Meeting> kept) {
        var meeting = kept.record();
        var all = meetings();
        var delays = delays(all).getOrDefault(meeting.id(), List.of());
        var agenda = new ArrayList<MeetingFile.Item>();
        var forces = new TreeSet<String>();
        for (var ref : meeting.get(Meeting.THREATS)) {
            var item = item(meeting, ref, all, delays);
            if (!item.agency().isBlank()) forces.add(item.agency());
            agenda.add(item);
        }
        return new MeetingFile(kept, line(meeting, List.copyOf(forces), delays), agenda, bodies(meeting));
    }

    private MeetingFile.Item item(Meeting meeting, String ref, List<Meeting> all, List<Delay> delays) {
        var threat = store.records().findByRef(Threat.FIELDS, ref).map(Kept::record);
        return new MeetingFile.Item(
                ref,
                threat.map(Threat::id),
                threat.map(one -> one.get(Threat.NAME)).orElse(""),
                threat.map(one -> one.get(Threat.AGENCY)).orElse(""),
                threat.map(one -> one.get(Threat.LRO)).orElse(""),
                threat.map(one -> one.get(Threat.HANDLING)).orElse(""),
                threat.map(this::plan).orElse(""),
                MeetingRules.lastBefore(meeting, ref, all),
                delays.stream().filter(delay -> delay.threatRef().equals(ref)).findFirst());
    }

    private String plan(Threat threat) {
        return store.plans().sheet(threat.id())
                .flatMap(sheet -> sheet.plan().map(plan -> PlanRules.standing(
                        plan.record(), sheet.actions().stream().map(Kept::record).toList())))
                .orElse("No plan yet");
    }

    private static List<MeetingFile.Body> bodies(Meeting meeting) {
        var invited = meeting.get(Meeting.INVITED);
        var attended = meeting.get(Meeting.ATTENDED);
        var all = new TreeSet<>(invited);
        all.addAll(attended);
        return all.stream()
                .map(name -> new MeetingFile.Body(name, invited.contains(name), attended.contains(name)))
                .toList();
    }
}
