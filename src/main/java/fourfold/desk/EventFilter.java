package fourfold.desk;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.P;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which events a list shows. An empty set, text or optional asks for nothing; several values of one set are
/// alternatives.
///
/// @param text every word stands somewhere in the reference, summary, lead unit or lead agency, or in the reference or name
///     of the threat
/// @param from the first event date
/// @param to the last event date
/// @param counts only those that count nationally as they stand, or only those that do not
public record EventFilter(
        String text,
        Set<P> ps,
        Set<Category> categories,
        Set<DisruptionType> types,
        Set<EventModeration> moderation,
        Set<String> agencies,
        Set<String> units,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Boolean> counts) {

    /// Every event.
    public static final EventFilter ALL = new EventFilter(
            "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public EventFilter {
        ps = Set.copyOf(ps);
        categories = Set.copyOf(categories);
        types = Set.copyOf(types);
        moderation = Set.copyOf(moderation);
        agencies = Set.copyOf(agencies);
        units = Set.copyOf(units);
    }

    /// What was asked for, in the words of the log of consultations: field names with their values, in a fixed order.
    String terms() {
        var terms = new ArrayList<String>();
        if (!text.isBlank()) terms.add(text.strip());
        add(terms, "p", ps);
        add(terms, "category", categories);
        add(terms, "type", types);
        add(terms, "moderation", moderation);
        add(terms, "leadAgency", agencies);
        add(terms, "leadUnit", units);
        from.ifPresent(day -> terms.add("from=" + day));
        to.ifPresent(day -> terms.add("to=" + day));
        counts.ifPresent(yes -> terms.add("counts=" + yes));
        return String.join(" ", terms);
    }

    private static void add(List<String> terms, String name, Collection<?> values) {
        new TreeSet<>(values.stream().map(Object::toString).toList()).forEach(value -> terms.add(name + "=" + value));
    }
}
