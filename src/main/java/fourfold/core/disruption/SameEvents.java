package fourfold.core.disruption;

import fourfold.core.kernel.Id;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Finds events that several agencies may have recorded of the same happening. Events are offered in the order of their
/// dates; each is compared with those of the last few days that share a threat, its name or national reference, an
/// operation or telling quantities with it, and with no others, so that the time grows with the number of events.
///
/// The same events always give the same pairs, points and sentences.
public final class SameEvents {

    /// Two events that may be one.
    ///
    /// @param one the first of the two by identity, as [EventLink#isInOrder] says
    /// @param twice whether both were recorded as led, so that they would be counted twice
    /// @param rule by which the two were compared
    public record Pair(Sighting one, Sighting other, int points, boolean twice, SameEventRule rule) {

        /// What is most worth a look first, and always in the same order.
        public static final Comparator<Pair> ORDER = Pair::compare;

        // there may be very many pairs: nothing is boxed and nothing called by way of a function
        private static int compare(Pair some, Pair more) {
            if (some.twice != more.twice) return some.twice ? -1 : 1;
            if (some.points != more.points) return Integer.compare(more.points, some.points);
            int days = more.one.date().compareTo(some.one.date());
            if (days != 0) return days;
            int refs = some.one.ref().compareTo(more.one.ref());
            return refs != 0 ? refs : some.other.ref().compareTo(more.other.ref());
        }

        /// What speaks for it, a sentence each: made when somebody asks, since a large vault has hundreds of thousands of pairs.
        public List<String> reasons() {
            return Alike.inWords(rule, Seen.of(one), Seen.of(other)).reasons();
        }

        /// Whether that event is one of the two.
        public boolean isOf(Predicate<UUID> event) {
            return event.test(one.id()) || event.test(other.id());
        }
    }

    private final SameEventRule rule;
    private final Predicate<UUID> wanted;
    private final Consumer<Pair> found;
    private final ArrayDeque<Seen> recent = new ArrayDeque<>();
    private final Map<String, List<Seen>> byKey = new HashMap<>();

    /// @param wanted of each pair at least one event has to be so
    public SameEvents(SameEventRule rule, Predicate<UUID> wanted, Consumer<Pair> found) {
        this.rule = rule;
        this.wanted = wanted;
        this.found = found;
    }

    /// Takes the next event.
    ///
    /// @throws IllegalArgumentException when its date is before the last one's
    public void offer(Sighting next) {
        if (!recent.isEmpty() && next.date().isBefore(recent.getLast().event().date()))
            throw new IllegalArgumentException("events have to come in the order of their dates");
        if (next.agency().isEmpty()) return;
        forget(next.date().minusDays(rule.days()));
        var seen = Seen.of(next);
        var keys = seen.keys();
        var met = new HashSet<UUID>();
        for (var key : keys)
            for (var before : byKey.getOrDefault(key, List.of())) if (met.add(before.event().id())) compare(before, seen);
        recent.add(seen);
        for (var key : keys) byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(seen);
    }

    private void forget(LocalDate earliest) {
        while (!recent.isEmpty() && recent.getFirst().event().date().isBefore(earliest)) {
            var gone = recent.removeFirst();
            for (var key : gone.keys()) {
                var there = byKey.get(key);
                if (there == null) continue;
                there.remove(gone);
                if (there.isEmpty()) byKey.remove(key);
            }
        }
    }

    private void compare(Seen before, Seen next) {
        var one = before.event();
        var other = next.event();
        if (one.agency().equals(other.agency()) || one.id().equals(other.id())) return;
        if (!wanted.test(one.id()) && !wanted.test(other.id())) return;
        int points = Alike.of(rule, before, next).points();
        if (points >= rule.points()) found.accept(pair(rule, one, other, points));
    }

    /// In what the two are alike, however little; nothing where they are further apart than the rule allows.
    public static java.util.Optional<Pair> likeness(SameEventRule rule, Sighting some, Sighting more) {
        return Math.abs(ChronoUnit.DAYS.between(some.date(), more.date())) > rule.days()
                ? java.util.Optional.empty()
                : java.util.Optional.of(pair(
                        rule, some, more, Alike.of(rule, Seen.of(some), Seen.of(more)).points()));
    }

    private static Pair pair(SameEventRule rule, Sighting some, Sighting more, int points) {
        boolean inOrder = EventLink.isInOrder(new Id<>(some.id()), new Id<>(more.id()));
        return new Pair(inOrder ? some : more, inOrder ? more : some, points, some.lead() && more.lead(), rule);
    }

    /// All pairs among these events, what is most worth a look first.
    public static List<Pair> among(SameEventRule rule, Collection<Sighting> events) {
        return among(rule, events, id -> true);
    }

    /// All pairs among these events of which at least one is wanted.
    public static List<Pair> among(SameEventRule rule, Collection<Sighting> events, Predicate<UUID> wanted) {
        var pairs = new ArrayList<Pair>();
        var finder = new SameEvents(rule, wanted, pairs::add);
        events.stream()
                .sorted(Comparator.comparing(Sighting::date).thenComparing(Sighting::id))
                .forEach(finder::offer);
        pairs.sort(Pair.ORDER);
        return List.copyOf(pairs);
    }
}
