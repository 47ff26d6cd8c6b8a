package fourfold.core.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One field of one kind of record: its name in journals, packages and commands, its label on screens and in extracts,
/// its type, and what happens when two desks change it at once.
///
/// @param <K> the kind of record
/// @param <V> the value
public final class Field<K, V> {

    private final String name;
    private final String label;
    private final Type<V> type;
    private final Merge merge;
    private final String plainName;
    private final String plainLabel;

    Field(String name, String label, Type<V> type, Merge merge) {
        this.name = name;
        this.label = label;
        this.type = type;
        this.merge = merge;
        this.plainName = plain(name);
        this.plainLabel = plain(label);
    }

    /// The name in journals, packages, tables and commands, in lower camel case.
    public String name() {
        return name;
    }

    /// The words on screens and the column in extracts.
    public String label() {
        return label;
    }

    /// The type of the value.
    public Type<V> type() {
        return type;
    }

    /// What happens to concurrent changes.
    public Merge merge() {
        return merge;
    }

    /// Whether a person who writes that text means this field: its name or label, whatever the case and separators.
    public boolean isCalled(String text) {
        var plain = plain(text);
        return plain.equals(plainName) || plain.equals(plainLabel);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    /// The value that was written, `null` for blank where the type has no empty value.
    public Outcome<Slot<K, V>> parse(String text) {
        if (text.isBlank()) return Outcome.done(new Slot<>(this, type.empty()));
        try {
            return Outcome.done(new Slot<>(this, type.parse(text)));
        } catch (IllegalArgumentException wrong) {
            return Outcome.refused(new Problem.Invalid(name, label + " " + wrong.getMessage() + "."));
        }
    }

    /// A field with a value for it.
    ///
    /// @param value the value, or null for none
    public record Slot<K, V>(Field<K, V> field, @Nullable V value) {}

    @Override
    public String toString() {
        return name;
    }
}
