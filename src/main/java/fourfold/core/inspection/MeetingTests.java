package fourfold.core.inspection;

import fourfold.core.kernel.Choice;
import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingRules;
import fourfold.core.meeting.MeetingStatus;
import fourfold.core.threat.Threat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Named tests of governance meetings.
final class MeetingTests {

    private MeetingTests() {}

    private static Map<String, Threat> threatsByRef(Looking look) {
        var byRef = new HashMap<String, Threat>();
        for (var threat : look.holdings().threats()) byRef.putIfAbsent(MeetingRules.key(threat.get(Threat.REF)), threat);
        return byRef;
    }

    private static boolean isIn(Meeting meeting, LocalDate from, LocalDate to) {
        return meeting.find(Meeting.DATE).filter(day -> !day.isBefore(from) && !day.isAfter(to)).isPresent();
    }

    /// Meetings that were cancelled, by reason and by the force whose threats they were to decide about.
    static Found cancelled(Looking look) {
        var threats = threatsByRef(look);
        var hits = new ArrayList<Hit>();
        var byReason = new TreeMap<String, Integer>();
        var byForce = new TreeMap<String, Integer>();
        var all = look.holdings().meetings().stream().filter(one -> isIn(one, look.since(), look.day())).toList();
        for (var meeting : all) {
            if (!meeting.is(Meeting.STATUS, MeetingStatus.CANCELLED)) continue;
            var reason = meeting.lacks(Meeting.CANCELLATION_REASON)
                    ? "No reason is given"
                    : meeting.get(Meeting.CANCELLATION_REASON).strip();
            byReason.merge(reason, 1, Integer::sum);
            var forces = new TreeSet<String>();
            for (var ref : meeting.get(Meeting.THREATS)) {
                var threat = threats.get(MeetingRules.key(ref));
                if (threat != null && !threat.lacks(Threat.AGENCY)) forces.add(threat.get(Threat.AGENCY));
            }
            for (var force : forces) byForce.merge(force, 1, Integer::sum);
            hits.add(hit(meeting, reason));
        }
        return look.found(hits)
                .saying("all", all.size())
                .by("Reason", Found.largestFirst(byReason))
                .by("Force with threats on the agenda", Found.largestFirst(byForce));
    }

    private static Hit hit(Meeting meeting, String note) {
        var day = meeting.find(Meeting.DATE).map(Looking::say).orElse("no date");
        return Hit.of(
                Hit.Kind.MEETING, meeting, meeting.get(Meeting.REF), meeting.get(Meeting.KIND), day + ", " + note, null);
    }

    /// Threats and their plans that a cancelled or inquorate meeting did not decide about.
    static Found delayed(Looking look) {
        var threats = threatsByRef(look);
        var hits = new ArrayList<Hit>();
        var waiting = new TreeSet<String>();
        for (var delay : MeetingRules.delays(look.holdings().meetings(), look.since(), look.day())) {
            var threat = threats.get(MeetingRules.key(delay.threatRef()));
            if (delay.days().isEmpty()) waiting.add(MeetingRules.key(delay.threatRef()));
            var status = delay.meeting().find(Meeting.STATUS).map(Choice::label).orElse("").toLowerCase(Locale.ROOT);
            var when = delay.meeting().find(Meeting.DATE).map(Looking::say).orElse("");
            var then = delay.days().isPresent()
                    ? "decided " + PeopleTests.counted((int) delay.days().getAsLong(), "day") + " later"
                    : "no meeting about it has been held since";
            hits.add(new Hit(
                    Hit.Kind.PLAN,
                    delay.threatRef(),
                    threat == null ? "" : threat.get(Threat.NAME),
                    delay.meeting().get(Meeting.REF) + " " + status + " " + when + ": " + then,
                    null,
                    threat == null ? null : threat.id().value()));
        }
        return look.found(hits).saying("waiting", waiting.size());
    }
}
