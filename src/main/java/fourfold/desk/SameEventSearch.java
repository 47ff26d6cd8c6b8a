package fourfold.desk;

import fourfold.core.disruption.SameEventRule;
import fourfold.core.disruption.SameEvents;
import fourfold.core.disruption.SameEvents.Pair;
import fourfold.core.disruption.Sighting;
import fourfold.core.kernel.Watch;
import fourfold.store.EventLinkRepository;
import fourfold.store.EventLinkRepository.Days;
import fourfold.store.Store;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps which pairs of events may be one. The first search reads every event once, in the order of their days; later ones
/// read only those around the days of events that have changed since.
final class SameEventSearch {

    /// From so many changed events on it is quicker to search all.
    private static final int MANY = 5_000;
    /// How many days are read at once, so that no reading holds many events.
    private static final int AT_ONCE = 28;

    private final Store store;
    private final SameEventRule rule;
    private final EventLinkRepository.Recorder recorder;
    private final ReentrantLock searching = new ReentrantLock();
    private List<Pair> found = List.of();
    private long upTo = -1;

    SameEventSearch(Store store, SameEventRule rule, EventLinkRepository.Recorder recorder) {
        this.store = store;
        this.rule = rule;
        this.recorder = recorder;
    }

    /// All pairs, what is most worth a look first.
    ///
    /// @param watch is told the days that were read; when it stops the search, the pairs are those of the last whole search
    List<Pair> pairs(Watch watch) {
        // never interruptibly: the search is in the database
        searching.lock();
        try {
            long now = store.home().upTo();
            if (now != upTo && search(watch)) upTo = now;
            return found;
        } finally {
            searching.unlock();
        }
    }

    private boolean search(Watch watch) {
        var changed = upTo < 0 ? Set.<UUID>of() : store.links().changedAfter(upTo);
        return upTo < 0 || changed.size() > MANY ? all(watch) : around(changed, watch);
    }

    private boolean all(Watch watch) {
        var pairs = new ArrayList<Pair>();
        var days = store.links().days();
        boolean whole = days.isEmpty() || read(days.get(), new SameEvents(rule, id -> true, pairs::add), watch);
        if (whole) keep(pairs);
        return whole;
    }

    private boolean around(Set<UUID> changed, Watch watch) {
        var pairs = new ArrayList<>(found);
        pairs.removeIf(pair -> pair.isOf(changed::contains));
        for (var days : ranges(store.links().sightings(changed, recorder).values()))
            if (!read(days, new SameEvents(rule, changed::contains, pairs::add), watch)) return false;
        keep(pairs);
        return true;
    }

    private void keep(List<Pair> pairs) {
        pairs.sort(Pair.ORDER);
        found = Collections.unmodifiableList(pairs);
    }

    /// The days around these events, those that overlap as one: so no pair is found twice.
    private List<Days> ranges(Iterable<Sighting> events) {
        var dates = new ArrayList<LocalDate>();
        events.forEach(event -> dates.add(event.date()));
        dates.sort(Comparator.naturalOrder());
        var ranges = new ArrayList<Days>();
        for (var date : dates) {
            var from = date.minusDays(rule.days());
            var to = date.plusDays(rule.days());
            if (!ranges.isEmpty() && !from.isAfter(ranges.getLast().to()))
                from = ranges.removeLast().from();
            ranges.add(new Days(from, to));
        }
        return ranges;
    }

    private boolean read(Days days, SameEvents finder, Watch watch) {
        long total = ChronoUnit.DAYS.between(days.from(), days.to()) + 1;
        for (var from = days.from(); !from.isAfter(days.to()); from = from.plusDays(AT_ONCE)) {
            var last = from.plusDays(AT_ONCE - 1L);
            var to = last.isAfter(days.to()) ? days.to() : last;
            store.links().sightings(new Days(from, to), recorder, finder::offer);
            if (!watch.goOn(ChronoUnit.DAYS.between(days.from(), to) + 1, total)) return false;
        }
        return true;
    }
}
