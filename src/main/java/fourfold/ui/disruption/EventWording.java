package fourfold.ui.disruption;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Field;
import fourfold.core.people.Party;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Dates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How an event's values read on the screen.
final class EventWording {

    private static final List<Field<Disruption, Long>> COUNTS = List.of(
            Disruption.ARRESTS,
            Disruption.WARRANTS,
            Disruption.STOP_SEARCHES,
            Disruption.VEHICLES_STOPPED,
            Disruption.VEHICLES_SEIZED,
            Disruption.PROPERTIES_SEIZED,
            Disruption.ORDERS_OBTAINED,
            Disruption.ORDERS_BREACHED,
            Disruption.SAFEGUARDED,
            Disruption.DIVERTED,
            Disruption.REFERRALS,
            Disruption.TRAINED,
            Disruption.RECALLS);

    private EventWording() {}

    /// As in "Tue 3 May 2022", or empty.
    static String day(Disruption event, Field<Disruption, LocalDate> field) {
        return event.find(field).map(Dates::day).orElse("");
    }

    /// As in "Lead", or empty.
    static String part(Disruption event) {
        return event.find(Disruption.TYPE)
                .map(type -> type == DisruptionType.LEAD ? "Lead" : "Support")
                .orElse("");
    }

    /// As in "Arrests 3 · Vehicles seized 1 · Assets seized £18,400.00", or empty. What was not stated is left out; a stated
    /// nought is not.
    static String quantities(Disruption event) {
        var words = new ArrayList<String>();
        for (var field : COUNTS)
            event.find(field).ifPresent(count -> words.add(field.label() + " " + count));
        event.find(Disruption.ASSETS).ifPresent(amount -> words.add("Assets seized " + pounds(amount)));
        event.find(Disruption.CRYPTOCURRENCY)
                .ifPresent(amount -> words.add("Cryptocurrency seized " + pounds(amount)));
        return String.join(" · ", words);
    }

    private static String pounds(BigDecimal amount) {
        return String.format(Locale.UK, "£%,.2f", amount);
    }

    /// The texts of a set as a list for reading.
    static String listed(Disruption event, Field<Disruption, ?> field) {
        return event.print(field).replace(";", ", ");
    }

    /// A person's name without the collar number, which every line would repeat.
    static String name(String label) {
        return Party.collar(label).isPresent() ? label.substring(0, label.lastIndexOf('(')).strip() : label;
    }

    /// The category as a mark.
    static Badge category(Category category) {
        return new Badge(category.label(), switch (category) {
            case MAJOR, MODERATE, MINOR -> Badge.Tone.ACCENT;
            case NEGATIVE -> Badge.Tone.WARNING;
            case NO_IMPACT, UNASSESSED -> Badge.Tone.QUIET;
        });
    }

    /// The state of moderation as a mark.
    static Badge moderation(EventModeration state) {
        return new Badge(state.label(), switch (state) {
            case AWAITING -> Badge.Tone.ACCENT;
            case AGREED, REGRADED -> Badge.Tone.DONE;
            case RETURNED -> Badge.Tone.WARNING;
            case OUTSIDE -> Badge.Tone.QUIET;
        });
    }
}
