package fourfold.ui.disruption;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.P;
import fourfold.desk.EventFilter;
import fourfold.desk.EventWords;
import fourfold.ui.kit.Dates;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One condition of the list of events, as a chip shows it. Those of one kind are alternatives, those of different kinds
/// hold together; there is one period.
sealed interface EventCondition {

    /// As in "Category: Major".
    String words();

    /// One value of a fixed list.
    record Chosen(String kind, Choice value) implements EventCondition {
        @Override
        public String words() {
            return kind + ": " + value.label();
        }
    }

    /// The lead agency.
    record Agency(String name) implements EventCondition {
        @Override
        public String words() {
            return "Agency: " + name;
        }
    }

    /// The lead unit.
    record Unit(String name) implements EventCondition {
        @Override
        public String words() {
            return "Unit: " + name;
        }
    }

    /// Whether it counts nationally as it stands.
    record Counts(boolean yes) implements EventCondition {
        @Override
        public String words() {
            return yes ? "Counts nationally" : "Does not count nationally, or not yet";
        }
    }

    /// Days on which events happened, both included.
    record Period(String name, LocalDate from, LocalDate to) implements EventCondition {
        @Override
        public String words() {
            return name.isEmpty() ? Dates.day(from) + " to " + Dates.day(to) : "Period: " + name;
        }
    }

    /// All conditions that make sense.
    static List<EventCondition> all(EventWords words, LocalDate today) {
        var all = new ArrayList<EventCondition>();
        add(all, "P", P.values());
        add(all, "Category", Category.values());
        add(all, "Type", DisruptionType.values());
        add(all, "Moderation", EventModeration.values());
        all.add(new Counts(true));
        all.add(new Counts(false));
        all.addAll(periods(today));
        words.agencies().forEach(name -> all.add(new Agency(name)));
        words.units().forEach(name -> all.add(new Unit(name)));
        return all;
    }

    private static void add(List<EventCondition> all, String kind, Choice[] values) {
        Arrays.stream(values).forEach(value -> all.add(new Chosen(kind, value)));
    }

    /// The periods in which figures are usually asked for (domain: reporting periods seen in public).
    private static List<EventCondition> periods(LocalDate today) {
        var april = LocalDate.of(today.getYear(), Month.APRIL, 1);
        var year = today.isBefore(april) ? april.minusYears(1) : april;
        return List.of(
                new Period("last 30 days", today.minusDays(29), today),
                new Period("rolling 12 months", today.minusYears(1).plusDays(1), today),
                financial(year),
                financial(year.minusYears(1)),
                calendar(today.getYear()),
                calendar(today.getYear() - 1),
                new Period("inspection year to May 2022", LocalDate.of(2021, 6, 1), LocalDate.of(2022, 5, 31)));
    }

    private static Period financial(LocalDate from) {
        var name = "financial year " + from.getYear() + "/" + String.format(Locale.ROOT, "%02d", (from.getYear() + 1) % 100);
        return new Period(name, from, from.plusYears(1).minusDays(1));
    }

    private static Period calendar(int year) {
        return new Period("calendar year " + year, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /// The filter that these conditions make together with a text.
    static EventFilter filter(String text, List<EventCondition> conditions) {
        var period = conditions.stream()
                .filter(Period.class::isInstance)
                .map(Period.class::cast)
                .findFirst();
        var counts = conditions.stream()
                .filter(Counts.class::isInstance)
                .map(Counts.class::cast)
                .map(Counts::yes)
                .distinct()
                .toList();
        return new EventFilter(
                text,
                chosen(conditions, P.class),
                chosen(conditions, Category.class),
                chosen(conditions, DisruptionType.class),
                chosen(conditions, EventModeration.class),
                names(conditions, Agency.class, Agency::name),
                names(conditions, Unit.class, Unit::name),
                period.map(Period::from),
                period.map(Period::to),
                counts.size() == 1 ? Optional.of(counts.getFirst()) : Optional.empty());
    }

    private static <C extends Choice> Set<C> chosen(List<EventCondition> conditions, Class<C> list) {
        return conditions.stream()
                .filter(Chosen.class::isInstance)
                .map(condition -> ((Chosen) condition).value())
                .filter(list::isInstance)
                .map(list::cast)
                .collect(Collectors.toSet());
    }

    private static <C extends EventCondition> Set<String> names(
            List<EventCondition> conditions, Class<C> kind, Function<C, String> name) {
        return conditions.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(name)
                .collect(Collectors.toSet());
    }
}
