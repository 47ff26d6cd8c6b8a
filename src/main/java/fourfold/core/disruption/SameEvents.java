package fourfold.core.disruption;

import fourfold.core.disruption.SameEventRule.Likeness;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Finds events that several agencies may have recorded of the same happening. Events are offered in the order of their
/// dates; each is compared with those of the last few days that share a threat, its name or national reference, an
/// operation or telling quantities with it, and with no others, so that the time grows with the number of events.
///
/// The same events always give the same pairs, points and sentences.
public final class SameEvents {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    /// Two events that may be one.
    ///
    /// @param one the first of the two by identity, as [EventLink#isInOrder] says
    /// @param reasons what speaks for it, a sentence each
    /// @param twice whether both were recorded as led, so that they would be counted twice
    public record Pair(Sighting one, Sighting other, int points, List<String> reasons, boolean twice) {

        /// What is most worth a look first, and always in the same order.
        public static final Comparator<Pair> ORDER = Comparator.comparing(Pair::twice, Comparator.reverseOrder())
                .thenComparing(Pair::points, Comparator.reverseOrder())
                .thenComparing(pair -> pair.one().date(), Comparator.reverseOrder())
                .thenComparing(pair -> pair.one().ref())
                .thenComparing(pair -> pair.other().ref());

        public Pair {
            reasons = List.copyOf(reasons);
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

    /// An event with what is compared of it again and again.
    ///
    /// @param name the name of its threat, as plain letters
    /// @param national the national reference of its threat, as plain letters
    private record Seen(Sighting event, String name, String national) {

        static Seen of(Sighting event) {
            return new Seen(event, plain(event.threatName()), plain(event.nationalRef()));
        }

        /// What two events have to share, one of these at least, to be compared at all.
        List<String> keys() {
            var keys = new ArrayList<String>();
            if (event.threat() != null) keys.add("t" + event.threat());
            if (!national.isEmpty()) keys.add("r" + national);
            if (!name.isEmpty()) keys.add("n" + name);
            event.operations().forEach(operation -> keys.add("o" + operation));
            if (event.quantities().size() > 1) keys.add("q" + event.quantities());
            return keys;
        }
    }

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
        // most that are compared come to nothing: for those no sentence is made
        if (tally(rule, before, next, false).points >= rule.points()) found.accept(pair(rule, before, next));
    }

    /// In what the two are alike, however little; nothing where they are further apart than the rule allows.
    public static java.util.Optional<Pair> likeness(SameEventRule rule, Sighting some, Sighting more) {
        return Math.abs(ChronoUnit.DAYS.between(some.date(), more.date())) > rule.days()
                ? java.util.Optional.empty()
                : java.util.Optional.of(pair(rule, Seen.of(some), Seen.of(more)));
    }

    private static Pair pair(SameEventRule rule, Seen some, Seen more) {
        boolean inOrder = some.event().id().toString().compareTo(more.event().id().toString()) < 0;
        var one = inOrder ? some : more;
        var other = inOrder ? more : some;
        var tally = tally(rule, one, other, true);
        return new Pair(
                one.event(), other.event(), tally.points, tally.reasons, one.event().lead() && other.event().lead());
    }

    private static Tally tally(SameEventRule rule, Seen one, Seen other, boolean speaks) {
        var tally = new Tally(rule, speaks);
        tally.days(one.event().date(), other.event().date());
        tally.threats(one, other);
        tally.operations(one, other);
        tally.tactics(one.event(), other.event());
        tally.quantities(one.event(), other.event());
        tally.named(one.event(), other.event());
        return tally;
    }

    /// Points and, where it speaks, sentences while they are gathered.
    private static final class Tally {
        private final SameEventRule rule;
        private final boolean speaks;
        private final List<String> reasons = new ArrayList<>();
        private int points;

        Tally(SameEventRule rule, boolean speaks) {
            this.rule = rule;
            this.speaks = speaks;
        }

        private void add(Likeness likeness, Supplier<String> sentence) {
            if (rule.worth(likeness) == 0) return;
            points += rule.worth(likeness);
            if (speaks) reasons.add(sentence.get());
        }

        void days(LocalDate one, LocalDate other) {
            long apart = Math.abs(ChronoUnit.DAYS.between(one, other));
            if (apart == 0) add(Likeness.SAME_DAY, () -> "Both happened on " + DAY.format(one) + ".");
            else {
                var early = one.isBefore(other) ? one : other;
                var late = one.isBefore(other) ? other : one;
                add(Likeness.DAYS_APART, () -> (apart == 1 ? "A day lies" : apart + " days lie") + " between them, from "
                        + SHORT.format(early) + " to " + DAY.format(late) + ".");
            }
        }

        /// The nearest of what ties their threats together, and no more: the rest follows from it.
        void threats(Seen one, Seen other) {
            var threat = one.event().threat();
            if (threat != null && threat.equals(other.event().threat()))
                add(Likeness.THREAT, () -> "Both are against " + one.event().threatWords() + ".");
            else if (!one.national().isEmpty() && one.national().equals(other.national()))
                add(Likeness.NATIONAL_REF, () -> "Their threats have the same national reference, "
                        + one.event().nationalRef() + ".");
            else if (!one.name().isEmpty() && one.name().equals(other.name()))
                add(Likeness.THREAT_NAME, () -> "Their threats are both called " + one.event().threatName() + ".");
        }

        void operations(Seen one, Seen other) {
            if (one.event().operations().isEmpty() || other.event().operations().isEmpty()) return;
            var both = new TreeSet<>(one.event().operations());
            both.retainAll(other.event().operations());
            // the threat's own name says nothing more
            both.removeIf(name -> one.name().endsWith(name) && other.name().endsWith(name));
            both.stream().max(Comparator.comparingInt(String::length)).ifPresent(name ->
                    add(Likeness.OPERATION, () -> "Both name the operation " + capitals(name) + "."));
        }

        void tactics(Sighting one, Sighting other) {
            if (one.tactics().isEmpty() || other.tactics().isEmpty()) return;
            var both = new TreeSet<>(one.tactics());
            both.retainAll(other.tactics());
            if (!both.isEmpty()) add(Likeness.TACTIC, () -> "Both used: " + String.join(", ", both) + ".");
        }

        void quantities(Sighting one, Sighting other) {
            if (one.quantities().isEmpty() || !one.quantities().equals(other.quantities())) return;
            add(Likeness.QUANTITIES, () -> "Both state: "
                    + one.quantities().entrySet().stream()
                            .map(count -> count.getKey() + " " + count.getValue())
                            .collect(Collectors.joining(", "))
                    + ".");
        }

        void named(Sighting one, Sighting other) {
            if (one.named().contains(other.agency()))
                add(Likeness.NAMED, () -> one.agency() + " names " + other.agency() + ".");
            else if (other.named().contains(one.agency()))
                add(Likeness.NAMED, () -> other.agency() + " names " + one.agency() + ".");
        }
    }

    private static String capitals(String name) {
        var words = new ArrayList<String>();
        for (var word : name.split(" ")) words.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        return String.join(" ", words);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
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
