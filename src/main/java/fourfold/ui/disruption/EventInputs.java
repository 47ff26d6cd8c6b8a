package fourfold.ui.disruption;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.Duration;
import fourfold.core.disruption.Effect;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.reference.Reference;
import fourfold.desk.DisruptionDesk;
import fourfold.ui.kit.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The inputs of an event's form, in the order in which people think of an event. What they hold is written as text
/// wherever it leaves them, so that a draft keeps it and one set of rules reads it.
final class EventInputs {

    /// How many fields stand in the short part of the form.
    private static final int SHORT = 9;

    final Input<String> summary;
    final Input<LocalDate> eventDate;
    final Input<P> p;
    final Input<DisruptionType> type;
    final Input<String> leadAgency;
    final Input<Set<String>> supporting;
    final Input<Category> category;
    final Input<String> categoryReason;
    final Input<String> evidence;
    final Input<Set<P>> otherPs;
    final Input<String> leadUnit;
    final Input<Set<String>> tactics;
    final Input<String> change;
    final Input<Duration> duration;
    final Input<Effect> effect;
    final List<Input<Long>> people;
    final List<Input<Long>> activity;
    final List<Input<BigDecimal>> money;

    private final Reference reference;
    private final Map<Field<Disruption, ?>, Input<?>> all = new LinkedHashMap<>();

    EventInputs(Reference reference) {
        this.reference = reference;
        summary = text(Disruption.SUMMARY, "What happened", 65_536).required();
        eventDate = this.<LocalDate>other(Disruption.EVENT_DATE, "When").required();
        p = this.<P>other(Disruption.FOUR_P, "Which P").required();
        type = this.<DisruptionType>other(Disruption.TYPE, "Led or supported").required();
        leadAgency = text(Disruption.LEAD_AGENCY, "Who led it", 100).required();
        supporting = other(Disruption.SUPPORTING, "Supporting agencies");
        category = this.<Category>other(Disruption.CATEGORY, "How much it hurt").required();
        categoryReason = text(Disruption.CATEGORY_REASON, "Why so much", 4000);
        evidence = text(Disruption.EVIDENCE, "Evidence", 65_536);
        otherPs = other(Disruption.OTHER_PS, "Secondary Ps");
        leadUnit = text(Disruption.LEAD_UNIT, "Lead unit", 200);
        tactics = other(Disruption.TACTICS, "Tactics");
        change = text(Disruption.CHANGE, "What changed for the threat", 65_536);
        duration = other(Disruption.DURATION, "How long the effect lasts");
        effect = other(Disruption.EFFECT, "Effect on the threat");
        people = List.of(
                count(Disruption.ARRESTS, "Arrests"),
                count(Disruption.SAFEGUARDED, "Safeguarded"),
                count(Disruption.DIVERTED, "Diverted"),
                count(Disruption.REFERRALS, "Referrals"),
                count(Disruption.TRAINED, "Trained"),
                count(Disruption.RECALLS, "Licence recalls"));
        activity = List.of(
                count(Disruption.WARRANTS, "Warrants"),
                count(Disruption.STOP_SEARCHES, "Stop searches"),
                count(Disruption.VEHICLES_STOPPED, "Vehicles stopped"),
                count(Disruption.ORDERS_OBTAINED, "Orders obtained"),
                count(Disruption.ORDERS_BREACHED, "Orders breached"),
                count(Disruption.VEHICLES_SEIZED, "Vehicles seized"),
                count(Disruption.PROPERTIES_SEIZED, "Property seized"));
        money = List.of(
                this.<BigDecimal>other(Disruption.ASSETS, "Assets seized"),
                this.<BigDecimal>other(Disruption.CRYPTOCURRENCY, "Cryptocurrency"));
    }

    private Input<String> text(Field<Disruption, String> field, String label, int limit) {
        return helped(field, Input.text(field.name(), label)).atMost(limit);
    }

    private <T> Input<T> other(Field<Disruption, ?> field, String label) {
        return helped(field, Input.of(field.name(), label));
    }

    private Input<Long> count(Field<Disruption, Long> field, String label) {
        return other(field, label);
    }

    private <T> Input<T> helped(Field<Disruption, ?> field, Input<T> input) {
        boolean explainsItself =
                field == Disruption.CATEGORY || field == Disruption.FOUR_P || field == Disruption.EVENT_DATE;
        if (!explainsItself) reference.help(Disruption.FIELDS, field).ifPresent(input::help);
        all.put(field, input);
        return input;
    }

    /// All inputs, for the view-model to follow.
    Collection<Input<?>> all() {
        return all.values();
    }

    /// The inputs of the longer part of the form, which is folded away at first.
    List<Input<?>> longer() {
        return all.values().stream().skip(SHORT).toList();
    }

    /// Whether something stands in the longer part.
    boolean isLonger() {
        return longer().stream().anyMatch(input -> !written(input.get()).isBlank());
    }

    /// What is filled in, by field name, as people write it. An event that one led names no lead agency.
    SortedMap<String, String> texts() {
        return written(false);
    }

    /// What was changed since the form was filled in, by field name.
    SortedMap<String, String> changed() {
        return written(true);
    }

    private SortedMap<String, String> written(boolean changesOnly) {
        var texts = new TreeMap<String, String>();
        all.forEach((field, input) -> {
            var text = written(input.get());
            if (changesOnly ? input.isChanged() : !text.isBlank()) texts.put(field.name(), text.strip());
        });
        return texts;
    }

    private static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Choice choice -> choice.label();
            case BigDecimal amount -> amount.toPlainString();
            case Set<?> set -> set.stream().map(EventInputs::written).collect(Collectors.joining(";"));
            default -> value.toString();
        };
    }

    /// The texts as typed values, or what cannot be read.
    static Outcome<Editing<Disruption>> read(Map<String, String> texts) {
        return Editing.of(Disruption.FIELDS, texts, DisruptionDesk.CLOSED_FIELDS);
    }

    /// An event as it stands in the form. What cannot be read yet is left out.
    Disruption draft(Disruption start) {
        var event = start;
        for (var text : texts().entrySet())
            if (read(Map.of(text.getKey(), text.getValue())) instanceof Outcome.Done<Editing<Disruption>>(var editing))
                event = editing.into(event);
        return event;
    }

    /// Fills all inputs in with what the record holds.
    void fill(Disruption event) {
        all.forEach((field, input) -> start(input, value(event, field)));
    }

    /// Takes over what is stored now where nothing was typed, and keeps what was typed everywhere else.
    void rebase(Disruption event) {
        all.forEach((field, input) -> {
            boolean typed = input.isChanged();
            var mine = input.get();
            start(input, value(event, field));
            if (typed) set(input, mine);
        });
    }

    /// Writes the texts of a draft into their fields. One that can no longer be read is left out.
    void restore(Map<String, String> texts) {
        var blank = Disruption.FIELDS.blank(Id.named(Disruption.FIELDS.kind(), ""));
        all.forEach((field, input) -> {
            var text = texts.get(field.name());
            if (text != null) restore(blank, field, input, text);
        });
    }

    private static <V> void restore(Disruption blank, Field<Disruption, V> field, Input<?> input, String text) {
        field.parse(text).either(slot -> set(input, value(blank.with(slot), field)), unreadable -> {});
    }

    private static <V> @Nullable Object value(Disruption event, Field<Disruption, V> field) {
        var value = event.find(field).orElse(null);
        return value instanceof Set<?> set ? new LinkedHashSet<>(set) : value;
    }

    @SuppressWarnings("unchecked") // value() gives what inputs of the field's type hold
    private static <T> void start(Input<T> input, @Nullable Object value) {
        input.starting((T) value);
    }

    @SuppressWarnings("unchecked") // as above
    private static <T> void set(Input<T> input, @Nullable Object value) {
        input.set((T) value);
    }
}
