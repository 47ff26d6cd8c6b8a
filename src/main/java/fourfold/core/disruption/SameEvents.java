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
    private final ArrayDeque<Sighting> recent = new ArrayDeque<>();
    private final Map<String, List<Sighting>> byKey = new HashMap<>();

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
        if (!recent.isEmpty() && next.date().isBefore(recent.getLast().date()))
            throw new IllegalArgumentException("events have to come in the order of their dates");
        if (next.agency().isEmpty()) return;
        forget(next.date().minusDays(rule.days()));
        var keys = keys(next);
        var met = new HashSet<UUID>();
        for (var key : keys)
            for (var before : byKey.getOrDefault(key, List.of())) if (met.add(before.id())) compare(before, next);
        recent.add(next);
        for (var key : keys) byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(next);
    }

    private void forget(LocalDate earliest) {
        while (!recent.isEmpty() && recent.getFirst().date().isBefore(earliest)) {
            var gone = recent.removeFirst();
            for (var key : keys(gone)) {
                var there = byKey.get(key);
                if (there == null) continue;
                there.remove(gone);
                if (there.isEmpty()) byKey.remove(key);
            }
        }
    }

    /// What two events have to share, one of these at least, to be compared at all.
    private static List<String> keys(Sighting event) {
        var keys = new ArrayList<String>();
        if (event.threat() != null) keys.add("t" + event.threat());
        if (!event.nationalRef().isBlank()) keys.add("r" + plain(event.nationalRef()));
        if (!event.threatName().isBlank()) keys.add("n" + plain(event.threatName()));
        event.operations().forEach(name -> keys.add("o" + name));
        if (event.quantities().size() > 1) keys.add("q" + event.quantities());
        return keys;
    }

    private void compare(Sighting before, Sighting next) {
        if (before.agency().equals(next.agency()) || before.id().equals(next.id())) return;
        if (!wanted.test(before.id()) && !wanted.test(next.id())) return;
        likeness(rule, before, next)
                .filter(pair -> pair.points() >= rule.points())
                .ifPresent(found);
    }

    /// In what the two are alike, however little; nothing where they are further apart than the rule allows.
    public static java.util.Optional<Pair> likeness(SameEventRule rule, Sighting some, Sighting more) {
        var first = some.id().toString().compareTo(more.id().toString()) < 0;
        var one = first ? some : more;
        var other = first ? more : some;
        long apart = Math.abs(ChronoUnit.DAYS.between(one.date(), other.date()));
        if (apart > rule.days()) return java.util.Optional.empty();
        var tally = new Tally(rule);
        tally.days(one.date(), other.date(), apart);
        tally.threats(one, other);
        tally.operations(one, other);
        tally.tactics(one, other);
        tally.quantities(one, other);
        tally.named(one, other);
        return java.util.Optional.of(new Pair(one, other, tally.points, tally.reasons, one.lead() && other.lead()));
    }

    /// Points and sentences while they are gathered.
    private static final class Tally {
        private final SameEventRule rule;
        private final List<String> reasons = new ArrayList<>();
        private int points;

        Tally(SameEventRule rule) {
            this.rule = rule;
        }

        private void add(Likeness likeness, String sentence) {
            if (rule.worth(likeness) == 0) return;
            points += rule.worth(likeness);
            reasons.add(sentence);
        }

        void days(LocalDate one, LocalDate other, long apart) {
            if (apart == 0) add(Likeness.SAME_DAY, "Both happened on " + DAY.format(one) + ".");
            else {
                var early = one.isBefore(other) ? one : other;
                var late = one.isBefore(other) ? other : one;
                add(Likeness.DAYS_APART, (apart == 1 ? "A day lies" : apart + " days lie") + " between them, from "
                        + SHORT.format(early) + " to " + DAY.format(late) + ".");
            }
        }

        /// The nearest of what ties their threats together, and no more: the rest follows from it.
        void threats(Sighting one, Sighting other) {
            if (one.threat() != null && one.threat().equals(other.threat()))
                add(Likeness.THREAT, "Both are against " + one.threatWords() + ".");
            else if (!one.nationalRef().isBlank() && plain(one.nationalRef()).equals(plain(other.nationalRef())))
                add(Likeness.NATIONAL_REF, "Their threats have the same national reference, " + one.nationalRef() + ".");
            else if (!one.threatName().isBlank() && plain(one.threatName()).equals(plain(other.threatName())))
                add(Likeness.THREAT_NAME, "Their threats are both called " + one.threatName() + ".");
        }

        void operations(Sighting one, Sighting other) {
            var both = new TreeSet<>(one.operations());
            both.retainAll(other.operations());
            // the threat's own name says nothing more
            both.removeIf(name -> plain(one.threatName()).endsWith(name) && plain(other.threatName()).endsWith(name));
            both.stream().max(Comparator.comparingInt(String::length)).ifPresent(name ->
                    add(Likeness.OPERATION, "Both name the operation " + capitals(name) + "."));
        }

        void tactics(Sighting one, Sighting other) {
            var both = new TreeSet<>(one.tactics());
            both.retainAll(other.tactics());
            if (!both.isEmpty()) add(Likeness.TACTIC, "Both used: " + String.join(", ", both) + ".");
        }

        void quantities(Sighting one, Sighting other) {
            if (one.quantities().isEmpty() || !one.quantities().equals(other.quantities())) return;
            var words = new ArrayList<String>();
            one.quantities().forEach((label, count) -> words.add(label + " " + count));
            add(Likeness.QUANTITIES, "Both state: " + String.join(", ", words) + ".");
        }

        void named(Sighting one, Sighting other) {
            if (one.named().contains(other.agency())) add(Likeness.NAMED, one.agency() + " names " + other.agency() + ".");
            else if (other.named().contains(one.agency()))
                add(Likeness.NAMED, other.agency() + " names " + one.agency() + ".");
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
