package fourfold.core.kernel;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One immutable record: an identity and the values of its kind's fields. It refers to others by identity only.
///
/// @param <K> the kind, which is the record's own class
public abstract class Entity<K extends Entity<K>> {

    private final Id<K> id;
    private final Values<K> values;

    /// A record of those values; called by the kind's own constructor only.
    protected Entity(Id<K> id, Values<K> values) {
        this.id = id;
        this.values = values;
    }

    /// The declaration of its kind.
    public abstract Fields<K> fields();

    /// The record's identity.
    public final Id<K> id() {
        return id;
    }

    /// The value of a field that always has one: a text (perhaps empty), a set, a flag; for others only where it is
    /// known to be there.
    ///
    /// @throws NoSuchElementException when it has no value
    public final <V> V get(Field<K, V> field) {
        var value = values.get(field);
        if (value == null) throw new NoSuchElementException(fields().kind() + "." + field.name() + " has no value");
        return value;
    }

    /// The value of a field, if it has one. A text, set or flag that was never filled is there and empty.
    public final <V> Optional<V> find(Field<K, V> field) {
        return Optional.ofNullable(values.get(field));
    }

    /// Whether the field holds that value.
    public final <V> boolean is(Field<K, V> field, V value) {
        return value.equals(values.get(field));
    }

    /// Whether the field holds nothing: no value, an empty set, or a text of nothing but spaces.
    public final boolean lacks(Field<K, ?> field) {
        return print(field).isBlank();
    }

    /// The value as people and extracts write it; empty where there is none.
    public final <V> String print(Field<K, V> field) {
        return find(field).map(field.type()::print).orElse("");
    }

    /// This record with one value changed; null empties the field.
    public final <V> K with(Field<K, V> field, @Nullable V value) {
        return fields().make(id, values.with(field, value));
    }

    /// This record with the slot's value.
    public final <V> K with(Field.Slot<K, V> slot) {
        return with(slot.field(), slot.value());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Entity<?> entity && id.equals(entity.id) && values.equals(entity.values);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }

    /// The kind and the identity, never the content: this text may end in a log.
    @Override
    public final String toString() {
        return fields().kind() + " " + id;
    }
}
