package fourfold.core.disruption;

import fourfold.core.disruption.SameEventRule.Likeness;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// In what two events are alike: points by the rule, and the sentences that say it where these are wanted, for most that are
/// compared come to nothing.
final class Alike {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private final SameEventRule rule;
    private final boolean speaks;
    private final List<String> reasons = new ArrayList<>();
    private int points;

    private Alike(SameEventRule rule, boolean speaks) {
        this.rule = rule;
        this.speaks = speaks;
    }

    /// In points alone.
    static Alike of(SameEventRule rule, Seen one, Seen other) {
        return of(rule, one, other, false);
    }

    /// In points and in sentences.
    static Alike inWords(SameEventRule rule, Seen one, Seen other) {
        return of(rule, one, other, true);
    }

    private static Alike of(SameEventRule rule, Seen one, Seen other, boolean speaks) {
        var alike = new Alike(rule, speaks);
        alike.days(one.event().date(), other.event().date());
        alike.threats(one, other);
        alike.operations(one, other);
        alike.tactics(one.event(), other.event());
        alike.quantities(one.event(), other.event());
        alike.named(one.event(), other.event());
        return alike;
    }

    int points() {
        return points;
    }

    List<String> reasons() {
        return reasons;
    }

    private void add(Likeness likeness, Supplier<String> sentence) {
        if (rule.worth(likeness) == 0) return;
        points += rule.worth(likeness);
        if (speaks) reasons.add(sentence.get());
    }

    private void days(LocalDate one, LocalDate other) {
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
    private void threats(Seen one, Seen other) {
        var threat = one.event().threat();
        if (threat != null && threat.equals(other.event().threat()))
            add(Likeness.THREAT, () -> "Both are against " + one.event().threatWords() + ".");
        else if (!one.national().isEmpty() && one.national().equals(other.national()))
            add(Likeness.NATIONAL_REF, () -> "Their threats have the same national reference, "
                    + one.event().nationalRef() + ".");
        else if (!one.name().isEmpty() && one.name().equals(other.name()))
            add(Likeness.THREAT_NAME, () -> "Their threats are both called " + one.event().threatName() + ".");
    }

    private void operations(Seen one, Seen other) {
        if (one.event().operations().isEmpty() || other.event().operations().isEmpty()) return;
        var both = new TreeSet<>(one.event().operations());
        both.retainAll(other.event().operations());
        // the threat's own name says nothing more
        both.removeIf(name -> one.name().endsWith(name) && other.name().endsWith(name));
        both.stream().max(Comparator.comparingInt(String::length)).ifPresent(name ->
                add(Likeness.OPERATION, () -> "Both name the operation " + capitals(name) + "."));
    }

    private void tactics(Sighting one, Sighting other) {
        if (one.tactics().isEmpty() || other.tactics().isEmpty()) return;
        var both = new TreeSet<>(one.tactics());
        both.retainAll(other.tactics());
        if (!both.isEmpty()) add(Likeness.TACTIC, () -> "Both used: " + String.join(", ", both) + ".");
    }

    private void quantities(Sighting one, Sighting other) {
        if (one.quantities().isEmpty() || !one.quantities().equals(other.quantities())) return;
        add(Likeness.QUANTITIES, () -> "Both state: "
                + one.quantities().entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private void named(Sighting one, Sighting other) {
        if (one.named().contains(other.agency()))
            add(Likeness.NAMED, () -> one.agency() + " names " + other.agency() + ".");
        else if (other.named().contains(one.agency()))
            add(Likeness.NAMED, () -> other.agency() + " names " + one.agency() + ".");
    }

    private static String capitals(String name) {
        var words = new ArrayList<String>();
        for (var word : name.split(" ")) words.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        return String.join(" ", words);
    }
}
