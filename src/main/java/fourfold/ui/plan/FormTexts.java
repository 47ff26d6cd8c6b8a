package fourfold.ui.plan;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Outcome;
import fourfold.ui.kit.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The inputs of a form for one record, each tied to its field, so that filling in and reading out is the same for all.
final class FormTexts<K extends Entity<K>> {

    private record Tie<K extends Entity<K>, V>(Field<K, V> field, Input<V> input) {

        void fill(K record) {
            input.starting(record.find(field).orElse(field.type().empty()));
        }

        String written() {
            @Nullable V value = input.get();
            return value == null ? "" : value instanceof String text ? text.strip() : field.type().print(value);
        }
    }

    private final Fields<K> fields;
    private final Set<Field<K, ?>> closed;
    private final List<Tie<K, ?>> ties = new ArrayList<>();

    FormTexts(Fields<K> fields, Set<Field<K, ?>> closed) {
        this.fields = fields;
        this.closed = closed;
    }

    <V> Input<V> tie(Field<K, V> field, Input<V> input) {
        ties.add(new Tie<>(field, input));
        return input;
    }

    void fill(K record) {
        ties.forEach(tie -> tie.fill(record));
    }

    /// What was changed, or with `all` everything that is filled in.
    Outcome<Editing<K>> editing(boolean all) {
        Map<String, String> written = new LinkedHashMap<>();
        for (var tie : ties) {
            var text = tie.written();
            if (tie.input().isChanged() || all && !text.isEmpty()) written.put(tie.field().name(), text);
        }
        return Editing.of(fields, written, closed);
    }

    /// What those fields held in the record as it was: writing it undoes the change.
    Outcome<Editing<K>> undoing(K before, Editing<K> change) {
        Map<String, String> written = new LinkedHashMap<>();
        for (var slot : change.slots()) written.put(slot.field().name(), before.print(slot.field()));
        return Editing.of(fields, written, closed);
    }
}
