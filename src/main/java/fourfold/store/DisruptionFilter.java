package fourfold.store;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.CountingRules;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.P;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Which events a list shows. An empty set, text or optional asks for nothing; several values of one set are
/// alternatives.
///
/// @param text every word of it stands somewhere in the reference, summary, lead unit or lead agency, or in the reference or
///     name of the threat, whatever the case
/// @param supporting any of these agencies supported it
/// @param from the first event date
/// @param to the last event date
/// @param lroCollars the threat's LRO is one of them; collar numbers in capitals
/// @param counting whether they count nationally
public record DisruptionFilter(
        String text,
        Set<DisruptionType> types,
        Set<P> ps,
        Set<Category> categories,
        Set<EventModeration> moderation,
        Set<String> leadAgencies,
        Set<String> supporting,
        Set<String> leadUnits,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<String> lroCollars,
        Optional<Counting> counting) {

    /// Only events that count nationally as they stand, or only those that do not.
    ///
    /// @param rules what counts, each rule for its record dates
    public record Counting(CountingRules rules, boolean counts) {}

    /// Every event.
    public static final DisruptionFilter ALL = new DisruptionFilter(
            "",
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty());

    public DisruptionFilter {
        types = Set.copyOf(types);
        ps = Set.copyOf(ps);
        categories = Set.copyOf(categories);
        moderation = Set.copyOf(moderation);
        leadAgencies = Set.copyOf(leadAgencies);
        supporting = Set.copyOf(supporting);
        leadUnits = Set.copyOf(leadUnits);
        lroCollars = Set.copyOf(lroCollars);
    }

    /// This filter with another text.
    public DisruptionFilter withText(String other) {
        return new DisruptionFilter(
                other,
                types,
                ps,
                categories,
                moderation,
                leadAgencies,
                supporting,
                leadUnits,
                from,
                to,
                lroCollars,
                counting);
    }
}
