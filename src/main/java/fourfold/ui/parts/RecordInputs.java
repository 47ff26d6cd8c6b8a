package fourfold.ui.parts;

import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.reference.Reference;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.FormRow;
import fourfold.ui.kit.Input;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The form fields of one record, made from its declaration: label, help and control follow from the field. What was
/// changed is written as text, so that it can be kept as a draft and is read by the same rules as what a command says.
///
/// @param <K> the kind of record
public final class RecordInputs<K extends Entity<K>> {

    private final Fields<K> fields;
    private final Supplier<LocalDate> today;
    private final Map<Field<K, ?>, Input<?>> inputs = new LinkedHashMap<>();

    /// @param reference gives the help texts
    /// @param shown the fields of the form
    public RecordInputs(Fields<K> fields, Reference reference, Supplier<LocalDate> today, List<Field<K, ?>> shown) {
        this.fields = fields;
        this.today = today;
        for (var field : shown) {
            var input = switch (field.type().shape()) {
                case TEXT, LONG_TEXT -> Input.text(field.name(), field.label());
                default -> Input.of(field.name(), field.label());
            };
            reference.help(fields, field).ifPresent(input::help);
            inputs.put(field, input);
        }
    }

    /// All inputs, for the view-model to follow.
    public List<Input<?>> all() {
        return List.copyOf(inputs.values());
    }

    /// The input of a field that holds one line or several lines of text.
    public Input<String> text(Field<K, String> field) {
        return of(field);
    }

    /// The input of a day.
    public Input<LocalDate> day(Field<K, LocalDate> field) {
        return of(field);
    }

    /// The input of one value of a fixed list.
    public Input<Choice> choice(Field<K, ? extends Choice> field) {
        return of(field);
    }

    /// The input of several texts.
    public Input<Set<String>> texts(Field<K, ? extends Set<String>> field) {
        return of(field);
    }

    /// The input of yes or no.
    public Input<Boolean> flag(Field<K, Boolean> field) {
        return of(field);
    }

    @SuppressWarnings("unchecked") // each caller names the kind of value that inputs of the field's type hold
    private <T> Input<T> of(Field<K, ?> field) {
        var input = inputs.get(field);
        if (input == null) {
            throw new IllegalArgumentException("the form has no field " + field);
        }
        return (Input<T>) input;
    }

    /// Whether something stands in a field: a text that is not blank, a yes, a value.
    public ObservableValue<Boolean> filled(Field<K, ?> field) {
        return this.<Object>of(field).value().map(value -> !written(value).isBlank() && !Boolean.FALSE.equals(value)).orElse(false);
    }

    /// Fills all inputs in with what the record holds.
    public void fill(K record) {
        inputs.forEach((field, input) -> start(input, value(record, field)));
    }

    /// Takes over what is stored now where nothing was typed, and keeps what was typed everywhere else.
    public void rebase(K record) {
        inputs.forEach((field, input) -> {
            boolean typed = input.isChanged();
            var mine = input.get();
            start(input, value(record, field));
            if (typed) {
                set(input, mine);
            }
        });
    }

    @SuppressWarnings("unchecked") // value() gives what inputs of the field's type hold
    private static <T> void start(Input<T> input, @Nullable Object value) {
        input.starting((T) value);
    }

    @SuppressWarnings("unchecked") // as above
    private static <T> void set(Input<T> input, @Nullable Object value) {
        input.set((T) value);
    }

    private static <K extends Entity<K>, V> @Nullable Object value(K record, Field<K, V> field) {
        var value = record.find(field).orElse(null);
        return switch (field.type().shape()) {
            case TEXTS, CHOICES -> value instanceof Set<?> set ? new LinkedHashSet<>(set) : new LinkedHashSet<>();
            default -> value;
        };
    }

    /// What was changed, by field name, as people write it.
    public SortedMap<String, String> changed() {
        var texts = new TreeMap<String, String>();
        inputs.forEach((field, input) -> {
            if (input.isChanged()) {
                texts.put(field.name(), written(input.get()));
            }
        });
        return texts;
    }

    private static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Choice choice -> choice.label();
            case Set<?> set -> set.stream().map(RecordInputs::written).collect(Collectors.joining(";"));
            case Boolean flag -> flag ? "yes" : "no";
            default -> value.toString();
        };
    }

    /// The change as typed values, or what cannot be read.
    ///
    /// @param closed the fields that no person writes by hand
    public Outcome<Editing<K>> editing(Set<Field<K, ?>> closed) {
        return Editing.of(fields, changed(), closed);
    }

    /// Writes the texts of a draft back into their fields. One that can no longer be read is left out.
    public void restore(Map<String, String> texts) {
        inputs.forEach((field, input) -> {
            var text = texts.get(field.name());
            if (text != null) {
                restore(field, input, text);
            }
        });
    }

    private <V> void restore(Field<K, V> field, Input<?> input, String text) {
        field.parse(text).either(
                slot -> set(input, value(fields.blank(Id.named(fields.kind(), "")).with(slot), field)), unreadable -> {});
    }

    /// The form row of a field, with the control of its type.
    public FormRow row(Field<K, ?> field) {
        return switch (field.type().shape()) {
            case LONG_TEXT -> Form.area(of(field));
            case CHOICE -> Form.choice(this.<Choice>of(field), listed(field), Choice::label);
            case CHOICES -> Form.several(
                    this.<Set<Choice>>of(field), FXCollections.observableArrayList(listed(field)), Choice::label);
            case DATE -> Form.date(of(field), today);
            case FLAG -> Form.check(of(field));
            default -> Form.text(of(field));
        };
    }

    /// The form row of a text, or of several texts, for which a list makes suggestions.
    public FormRow row(Field<K, ?> field, ObservableList<String> suggestions) {
        return switch (field.type().shape()) {
            case TEXTS -> Form.several(this.<Set<String>>of(field), suggestions, text -> text);
            default -> Form.suggestText(of(field), suggestions);
        };
    }

    private static List<Choice> listed(Field<?, ?> field) {
        return Arrays.asList(field.type().choices());
    }
}
