package fourfold.store;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.P;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Which events a list shows. An empty set, text or optional asks for nothing; several values of one set are
/// alternatives.
///
/// @param text stands somewhere in the reference, summary, lead unit or lead agency, whatever the case
/// @param supporting any of these agencies supported it
/// @param from the first event date
/// @param to the last event date
/// @param lroCollars the threat's LRO is one of them; collar numbers in capitals
public record DisruptionFilter(
        String text,
        Set<DisruptionType> types,
        Set<P> ps,
        Set<Category> categories,
        Set<EventModeration> moderation,
        Set<String> leadAgencies,
        Set<String> supporting,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<String> lroCollars) {

    /// Every event.
    public static final DisruptionFilter ALL = new DisruptionFilter(
            "",
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of());

    public DisruptionFilter {
        types = Set.copyOf(types);
        ps = Set.copyOf(ps);
        categories = Set.copyOf(categories);
        moderation = Set.copyOf(moderation);
        leadAgencies = Set.copyOf(leadAgencies);
        supporting = Set.copyOf(supporting);
        lroCollars = Set.copyOf(lroCollars);
    }

    /// This filter with another text.
    public DisruptionFilter withText(String other) {
        return new DisruptionFilter(
                other, types, ps, categories, moderation, leadAgencies, supporting, from, to, lroCollars);
    }
}
