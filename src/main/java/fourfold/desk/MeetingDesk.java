package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingRules;
import fourfold.core.meeting.MeetingRules.Delay;
import fourfold.core.plan.PlanRules;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The counter for governance meetings. They come from extracts and packages; what was decided about a threat is written in
/// its plan, and a meeting's own record says only whether it could decide.
public final class MeetingDesk extends Desk {

    private final Consultations consultations;

    MeetingDesk(Session session, Store store, Ledger ledger, Consultations consultations) {
        super(session, store, ledger);
        this.consultations = consultations;
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
