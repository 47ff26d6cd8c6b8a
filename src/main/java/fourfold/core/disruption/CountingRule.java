package fourfold.core.disruption;

import fourfold.core.threat.ThreatKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What counts nationally, from when and by whose authority: one dated rule, kept as data. A new rule is a new row, never
/// a change of an old one, so that a figure of the past can be made again.
///
/// @param id short and unique, such as "2022"; every figure prints it
/// @param name what the rule is called
/// @param authority where it is stated
/// @param validFrom the first record date it is for; null where no beginning is public
/// @param validTo the last record date it is for; null while it stands
/// @param kinds the kinds of threat against which an event counts
/// @param types the disruption types that count
/// @param categories the assessment categories that count
/// @param moderations the states of moderation in which an event counts; empty where the rule does not ask
public record CountingRule(
        String id,
        String name,
        String authority,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Set<ThreatKind> kinds,
        Set<DisruptionType> types,
        Set<Category> categories,
        Set<EventModeration> moderations) {

    public CountingRule {
        kinds = Set.copyOf(kinds);
        types = Set.copyOf(types);
        categories = Set.copyOf(categories);
        moderations = Set.copyOf(moderations);
        if (kinds.isEmpty() || types.isEmpty() || categories.isEmpty())
            throw new IllegalArgumentException("the counting rule " + id + " lets nothing count");
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom))
            throw new IllegalArgumentException("the counting rule " + id + " ends before it begins");
    }

    /// The rule up to that day; nothing where it only begins later.
    Optional<CountingRule> until(LocalDate last) {
        if (validFrom != null && validFrom.isAfter(last)) return Optional.empty();
        var end = validTo != null && validTo.isBefore(last) ? validTo : last;
        return Optional.of(
                new CountingRule(id, name, authority, validFrom, end, kinds, types, categories, moderations));
    }

    /// The rule from that day on under another id; nothing where it has ended before.
    Optional<CountingRule> from(LocalDate first, String as) {
        if (validTo != null && validTo.isBefore(first)) return Optional.empty();
        var begin = validFrom != null && validFrom.isAfter(first) ? validFrom : first;
        return Optional.of(new CountingRule(as, name, authority, begin, validTo, kinds, types, categories, moderations));
    }

    /// Whether the rule is the one for that record date.
    public boolean isFor(LocalDate recordDate) {
        return (validFrom == null || !recordDate.isBefore(validFrom))
                && (validTo == null || !recordDate.isAfter(validTo));
    }

    /// Whether an event with these facts counts by this rule. What is not known yet is null, and does not count.
    public boolean isMetBy(
            @Nullable ThreatKind kind,
            @Nullable DisruptionType type,
            @Nullable Category category,
            @Nullable EventModeration moderation) {
        return kind != null
                && type != null
                && category != null
                && kinds.contains(kind)
                && types.contains(type)
                && categories.contains(category)
                && (moderations.isEmpty() || moderation != null && moderations.contains(moderation));
    }

    /// Whether some record date falls under both rules.
    boolean overlaps(CountingRule other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(CountingRule other) {
        return validFrom == null || other.validTo == null || !validFrom.isAfter(other.validTo);
    }
}
