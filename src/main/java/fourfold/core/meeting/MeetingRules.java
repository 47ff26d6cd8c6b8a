package fourfold.core.meeting;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Problem.Flaw;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What had to wait because a meeting did not decide about it, and when it was next on an agenda.
public final class MeetingRules {

    private MeetingRules() {}

    /// A threat that a meeting was to decide about and did not.
    ///
    /// @param heldOn when the next meeting was held that had it on its agenda; nothing where there was none by the day looked
    ///     back from
    public record Delay(Meeting meeting, String threatRef, LocalDate day, Optional<LocalDate> heldOn) {

        /// How many days it waited; nothing while it waits.
        public OptionalLong days() {
            return heldOn.map(held -> OptionalLong.of(ChronoUnit.DAYS.between(day, held))).orElse(OptionalLong.empty());
        }
    }

    /// A new record of a meeting as it is kept, or what is wrong with it.
    public static Outcome<Meeting> create(Meeting meeting, LocalDate today) {
        return without(flaws(meeting, today), meeting);
    }

    /// A record after a correction. What it lacked before (an extract may give no reason) does not stand in the way.
    public static Outcome<Meeting> change(Meeting before, Meeting after, LocalDate today) {
        var known = flaws(before, today);
        return without(flaws(after, today).stream().filter(flaw -> !known.contains(flaw)).toList(), after);
    }

    private static Outcome<Meeting> without(List<Flaw> flaws, Meeting meeting) {
        return flaws.isEmpty() ? Outcome.done(meeting) : Outcome.refused(new Problem.Invalid(flaws));
    }

    /// The inspection was told that meetings of the region were often cancelled since members could not attend: one that did not
    /// take place is recorded too, and says why.
    private static List<Flaw> flaws(Meeting meeting, LocalDate today) {
        var flaws = new ArrayList<Flaw>();
        if (meeting.lacks(Meeting.KIND)) flaws.add(new Flaw("kind", "Say what kind of meeting it is."));
        if (meeting.lacks(Meeting.DATE)) flaws.add(new Flaw("date", "Say when it was, or was to be."));
        if (meeting.lacks(Meeting.STATUS)) flaws.add(new Flaw("status", "Say whether it was held."));
        boolean tookPlace = meeting.is(Meeting.STATUS, MeetingStatus.HELD) || meeting.is(Meeting.STATUS, MeetingStatus.INQUORATE);
        boolean didNot = meeting.is(Meeting.STATUS, MeetingStatus.CANCELLED) || meeting.is(Meeting.STATUS, MeetingStatus.POSTPONED);
        if (tookPlace && meeting.find(Meeting.DATE).filter(day -> day.isAfter(today)).isPresent())
            flaws.add(new Flaw("date", "A meeting that people came to cannot lie in the future."));
        if (didNot && meeting.lacks(Meeting.CANCELLATION_REASON))
            flaws.add(new Flaw("cancellationReason", "Say why it did not take place."));
        if (didNot && !meeting.get(Meeting.ATTENDED).isEmpty())
            flaws.add(new Flaw("attended", "Nobody attends a meeting that did not take place."));
        return flaws;
    }

    /// What makes a reference the same, whatever its case.
    public static String key(String ref) {
        return ref.strip().toUpperCase(Locale.ROOT);
    }

    /// Whether nothing could be decided there: it was cancelled, or not quorate. A postponed one is not over.
    public static boolean isFailed(Meeting meeting) {
        return meeting.is(Meeting.STATUS, MeetingStatus.CANCELLED) || meeting.is(Meeting.STATUS, MeetingStatus.INQUORATE);
    }

    private static boolean isIn(Meeting meeting, LocalDate from, LocalDate to) {
        return meeting.find(Meeting.DATE).filter(day -> !day.isBefore(from) && !day.isAfter(to)).isPresent();
    }

    /// For each cancelled or inquorate meeting of those days and each threat on it, the days to the next meeting that was
    /// held about it.
    ///
    /// @param to the day looked back from: what was held later was not known then
    public static List<Delay> delays(Collection<Meeting> meetings, LocalDate from, LocalDate to) {
        var held = held(meetings, from, to);
        var delays = new ArrayList<Delay>();
        for (var meeting : meetings) {
            if (!isFailed(meeting) || !isIn(meeting, from, to)) continue;
            var day = meeting.get(Meeting.DATE);
            for (var ref : meeting.get(Meeting.THREATS))
                delays.add(new Delay(meeting, ref, day, held.getOrDefault(key(ref), List.of()).stream()
                        .filter(one -> one.isAfter(day))
                        .min(Comparator.naturalOrder())));
        }
        return delays;
    }

    private static Map<String, List<LocalDate>> held(Collection<Meeting> meetings, LocalDate from, LocalDate to) {
        var held = new HashMap<String, List<LocalDate>>();
        for (var meeting : meetings)
            if (meeting.is(Meeting.STATUS, MeetingStatus.HELD) && isIn(meeting, from, to))
                for (var ref : meeting.get(Meeting.THREATS))
                    held.computeIfAbsent(key(ref), k -> new ArrayList<>()).add(meeting.get(Meeting.DATE));
        return held;
    }

    /// When a meeting of that kind last had that threat before.
    public static Optional<LocalDate> lastBefore(Meeting meeting, String threatRef, Collection<Meeting> all) {
        var date = meeting.find(Meeting.DATE).orElse(LocalDate.MAX);
        return all.stream()
                .filter(one -> one.is(Meeting.STATUS, MeetingStatus.HELD)
                        && one.get(Meeting.KIND).equals(meeting.get(Meeting.KIND))
                        && one.get(Meeting.THREATS).stream().anyMatch(ref -> key(ref).equals(key(threatRef))))
                .flatMap(one -> one.find(Meeting.DATE).stream())
                .filter(day -> day.isBefore(date))
                .max(Comparator.naturalOrder());
    }
}
