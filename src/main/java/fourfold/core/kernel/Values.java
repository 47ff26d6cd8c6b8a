package fourfold.core.kernel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of one record's fields. It never changes; [#with] gives another.
public final class Values<K> {

    private final Map<Field<K, ?>, Object> map;

    private Values(Map<Field<K, ?>, Object> map) {
        this.map = map;
    }

    /// No value at all.
    public static <K> Values<K> none() {
        return new Values<>(Map.of());
    }

    /// Values gathered one after the other, where copying for each would be waste.
    static final class Gathering<K> {
        private final Map<Field<K, ?>, Object> map = new HashMap<>();

        <V> void put(Field<K, V> field, V value) {
            if (!value.equals(field.type().empty())) map.put(field, value);
        }

        Values<K> done() {
            return new Values<>(Map.copyOf(map));
        }
    }

    /// These values with one changed; null, or what the type calls empty, takes it out.
    public <V> Values<K> with(Field<K, V> field, @Nullable V value) {
        var copy = new HashMap<>(map);
        if (value == null || value.equals(field.type().empty())) copy.remove(field);
        else copy.put(field, value);
        return new Values<>(copy);
    }

    /// The value of that field, the type's empty value where there is none, null where the type has none.
    @SuppressWarnings("unchecked") // the only way in is `with`, which pairs a field with its own type
    <V> @Nullable V get(Field<K, V> field) {
        var value = (V) map.get(field);
        return value == null ? field.type().empty() : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values<?> values && map.equals(values.map);
    }

    @Override
    public int hashCode() {
        return map.hashCode();
    }
}
