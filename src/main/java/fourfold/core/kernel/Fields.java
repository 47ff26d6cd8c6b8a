package fourfold.core.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The one declaration of a kind of record: its name and its fields in the order in which people read them. The journal,
/// the history, the merge, the packages, the store, the forms and the extract columns all read it.
///
/// @param <K> the kind of record
public final class Fields<K extends Entity<K>> implements Merging {

    private final String kind;
    private final String word;
    private final BiFunction<Id<K>, Values<K>, K> make;
    private final Map<String, Field<K, ?>> byName = new LinkedHashMap<>();

    private Fields(String kind, String word, BiFunction<Id<K>, Values<K>, K> make, List<Field<K, ?>> all) {
        this.kind = kind;
        this.word = word;
        this.make = make;
        for (var field : all) {
            if (byName.put(field.name(), field) != null) throw new IllegalArgumentException("field declared twice: " + field);
        }
    }

    /// Begins the declaration of a kind.
    ///
    /// @param kind the kind's name in journals and packages
    /// @param word what a person calls one of it
    public static <K extends Entity<K>> Declaration<K> declare(
            String kind, String word, BiFunction<Id<K>, Values<K>, K> make) {
        return new Declaration<>(kind, word, make);
    }

    /// The declaration while it is being written.
    public static final class Declaration<K extends Entity<K>> {
        private final String kind;
        private final String word;
        private final BiFunction<Id<K>, Values<K>, K> make;
        private final List<Field<K, ?>> all = new ArrayList<>();

        private Declaration(String kind, String word, BiFunction<Id<K>, Values<K>, K> make) {
            this.kind = kind;
            this.word = word;
            this.make = make;
        }

        /// The next field.
        public <V> Field<K, V> field(String name, String label, Type<V> type, Merge merge) {
            var field = new Field<K, V>(name, label, type, merge);
            all.add(field);
            return field;
        }

        /// The next field, of which concurrent changes are both kept; a long text or a set merges as its type says.
        public <V> Field<K, V> field(String name, String label, Type<V> type) {
            return field(name, label, type, switch (type.shape()) {
                case LONG_TEXT -> Merge.LONG_TEXT;
                case TEXTS, CHOICES -> Merge.SET;
                default -> Merge.ORDINARY;
            });
        }

        /// The finished declaration.
        public Fields<K> complete() {
            return new Fields<>(kind, word, make, all);
        }
    }

    /// The kind's name in journals and packages.
    public String kind() {
        return kind;
    }

    /// What a person calls one record of it: "threat", "disruption".
    public String word() {
        return word;
    }

    /// The word after its article: "a threat", "an action".
    public String wordWithArticle() {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }

    /// All fields in order.
    public List<Field<K, ?>> all() {
        return List.copyOf(byName.values());
    }

    /// The field of that name as journals hold it; null when a newer version wrote it.
    public @Nullable Field<K, ?> named(String name) {
        return byName.get(name);
    }

    @Override
    public Merge of(String name) {
        var field = byName.get(name);
        return field == null ? Merge.ORDINARY : field.merge();
    }

    @Override
    public int rank(String name, Json value) {
        var field = byName.get(name);
        return field == null ? -1 : field.type().rank(value);
    }

    /// The field that a person means by that name or label.
    public Optional<Field<K, ?>> called(String text) {
        return byName.values().stream().filter(field -> field.isCalled(text)).findFirst();
    }

    /// A record without any value.
    public K blank(Id<K> id) {
        return make.apply(id, Values.none());
    }

    /// A record of those values, each field at most once.
    public K of(Id<K> id, Iterable<Field.Slot<K, ?>> slots) {
        var values = new Values.Gathering<K>();
        for (var slot : slots) put(values, slot);
        return make.apply(id, values.done());
    }

    private static <K, V> void put(Values.Gathering<K> values, Field.Slot<K, V> slot) {
        var value = slot.value();
        if (value != null) values.put(slot.field(), value);
    }

    K make(Id<K> id, Values<K> values) {
        return make.apply(id, values);
    }

    /// The record of encoded values. Fields that this version does not know are left out: the journal keeps them.
    ///
    /// @throws IllegalArgumentException naming the field whose value is not of its type
    public K decode(Id<K> id, Map<String, Json> encoded) {
        var values = new Values.Gathering<K>();
        for (var entry : encoded.entrySet()) {
            var field = byName.get(entry.getKey());
            if (field != null && !entry.getValue().isNothing()) decode(values, field, entry.getValue());
        }
        return make.apply(id, values.done());
    }

    private <V> void decode(Values.Gathering<K> values, Field<K, V> field, Json json) {
        try {
            values.put(field, field.type().decode(json));
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException("the field " + kind + "." + field.name() + " is not of its type", wrong);
        }
    }

    /// All values that are there, encoded.
    public SortedMap<String, Json> encode(K record) {
        var encoded = new TreeMap<String, Json>();
        for (var field : byName.values()) {
            var json = encoded(record, field);
            if (!json.isNothing()) encoded.put(field.name(), json);
        }
        return encoded;
    }

    /// The value of one field, encoded; nothing where there is none.
    public <V> Json encoded(K record, Field<K, V> field) {
        var value = record.find(field).orElse(null);
        return value == null || value.equals(field.type().empty()) ? Json.nothing() : field.type().encode(value);
    }

    /// What has to be written to get from one record to the other: the changed fields with their new values, nothing
    /// for a field that was emptied.
    public SortedMap<String, Json> difference(K before, K after) {
        var changed = new TreeMap<String, Json>();
        for (var field : byName.values()) {
            var json = encoded(after, field);
            if (!json.equals(encoded(before, field))) changed.put(field.name(), json);
        }
        return changed;
    }
}
