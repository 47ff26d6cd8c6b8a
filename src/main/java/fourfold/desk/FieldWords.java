package fourfold.desk;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.store.Store;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// What people read in a field: a reference as the reference that they know, a day in words, members with commas.
final class FieldWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private FieldWords() {}

    /// What they read there in that record; empty where there is nothing.
    static <K extends Entity<K>, V> String of(Store store, Field<K, V> field, K record) {
        var printed = record.print(field);
        if (printed.isEmpty()) return "";
        return switch (field.type().shape()) {
            case REFERENCE -> Refs.of(store, List.of()).of(printed);
            case DATE -> DAY.format(LocalDate.parse(printed));
            case TEXTS, CHOICES -> printed.replace(";", ", ");
            default -> printed;
        };
    }

    /// What they read where a field holds that value. A value of a newer version is shown as its JSON.
    static <K extends Entity<K>> String of(Store store, Fields<K> fields, String name, Json value) {
        if (value.isNothing()) return "";
        var field = fields.named(name);
        if (field == null) return value.canonicalText();
        try {
            return of(store, field, fields.decode(new Id<>(new UUID(0, 0)), Map.of(name, value)));
        } catch (IllegalArgumentException notOfItsType) {
            return value.canonicalText();
        }
    }

    /// What people call the field.
    static String label(Fields<?> fields, String name) {
        var field = fields.named(name);
        return field == null ? name : field.label();
    }
}
