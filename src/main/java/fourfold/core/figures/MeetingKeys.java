package fourfold.core.figures;

import fourfold.core.kernel.Field;
import fourfold.core.meeting.Meeting;
import java.util.List;
import java.util.SortedSet;
import java.util.function.IntUnaryOperator;

/// The keys of meetings, and of the decisions that waited for the next one.
final class MeetingKeys {

    static final List<Key> MEETINGS = List.of(
            new Key("kind", "Kind", scope -> Trait.words(meetings(scope).words(Meeting.KIND))),
            new Key("status", "Status", scope -> ThreatKeys.picks(meetings(scope).picks(Meeting.STATUS))),
            new Key("reason", "Cancellation reason", scope ->
                    Trait.words(meetings(scope).words(Meeting.CANCELLATION_REASON))),
            bodies("invited", "Invited", Meeting.INVITED),
            bodies("attended", "Attended", Meeting.ATTENDED),
            new Key("date", "Date", scope -> Trait.day(meetings(scope).days(Meeting.DATE))),
            new Key("month", "Month", scope -> EventKeys.months(meetings(scope).days(Meeting.DATE))),
            new Key("year", "Year", scope -> EventKeys.years(meetings(scope).days(Meeting.DATE))),
            new Key("ref", "Meeting ref", scope -> ThreatKeys.refs(scope, meetings(scope))));

    static final List<Key> DECISIONS = decisions();

    private MeetingKeys() {}

    private static List<Key> decisions() {
        var own = new java.util.ArrayList<Key>();
        own.add(new Key("days", "Days until a meeting was held", scope -> {
            var delays = scope.tests().delays();
            var date = meetings(scope).days(Meeting.DATE);
            return Trait.open(
                    row -> delays.get(row).days(date.at(delays.get(row).meeting()), scope.dayNumber()).orElse(-1), String::valueOf);
        }));
        own.add(new Key("meeting", "Meeting ref", scope -> {
            var delays = scope.tests().delays();
            return ThreatKeys.refs(scope, meetings(scope)).through(row -> delays.get(row).meeting());
        }));
        own.add(new Key("threat", "Threat ref", scope -> {
            var delays = scope.tests().delays();
            return ThreatKeys.refs(scope, scope.facts().threats()).through(row -> delays.get(row).threat());
        }));
        for (var key : MEETINGS)
            if (!key.name().equals("kind") && !key.name().equals("ref"))
                own.add(new Key(key.name(), key.label(), scope -> key.trait().apply(scope).through(meeting(scope))));
        own.add(new Key("meeting-kind", "Kind", scope ->
                Trait.words(meetings(scope).words(Meeting.KIND)).through(meeting(scope))));
        return Keys.ofThreat((scope, row) -> scope.tests().delays().get(row).threat(), own);
    }

    private static IntUnaryOperator meeting(Scope scope) {
        var delays = scope.tests().delays();
        return row -> delays.get(row).meeting();
    }

    private static FactTable<Meeting> meetings(Scope scope) {
        return scope.facts().meetings();
    }

    private static Key bodies(String name, String label, Field<Meeting, SortedSet<String>> field) {
        return new Key(name, label, scope -> ThreatKeys.sets(meetings(scope).sets(field)));
    }
}
