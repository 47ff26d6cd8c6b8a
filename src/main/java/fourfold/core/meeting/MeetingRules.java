package fourfold.core.meeting;

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
