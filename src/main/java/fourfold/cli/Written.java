package fourfold.cli;

import fourfold.core.kernel.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was written for fields: `field=value`, as often as there are fields.
final class Written {

    private final Map<String, String> values = new LinkedHashMap<>();

    /// The values of a repeated option.
    ///
    /// @throws Usage when one is no `field=value`, or a field is written twice
    static Written of(String option, List<String> pairs) {
        var written = new Written();
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) throw new Usage("After " + option + " comes a field and a value, as in name=\"Amber Kite\".");
            written.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        return written;
    }

    /// Adds the value of an option of its own, where it was given.
    Written and(Field<?, ?> field, @Nullable String value) {
        if (value == null) return this;
        if (find(field) != null) throw new Usage("The field " + field.label() + " is written twice.");
        values.put(field.name(), value);
        return this;
    }

    /// Adds the values of a repeated option of its own.
    Written and(Field<?, ?> field, List<String> several) {
        return several.isEmpty() ? this : and(field, String.join(";", several));
    }

    /// Takes a field out that a command reads for itself.
    @Nullable String take(Field<?, ?> field) {
        var name = find(field);
        return name == null ? null : values.remove(name);
    }

    /// Whether the field is written.
    boolean has(Field<?, ?> field) {
        return find(field) != null;
    }

    /// Everything that was written, in the order in which it was.
    Map<String, String> values() {
        return values;
    }

    private @Nullable String find(Field<?, ?> field) {
        for (var name : values.keySet()) if (field.isCalled(name)) return name;
        return null;
    }

    private void put(String name, String value) {
        if (values.put(name, value) != null) throw new Usage("The field " + name + " is written twice.");
    }
}
