package fourfold.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Conditions that screens ask for in the same way.
final class Like {

    private Like() {}

    /// Whether every word of the text stands in one of the fields, whatever the case.
    @SafeVarargs
    static Condition words(String text, Field<String>... fields) {
        var all = new ArrayList<Condition>();
        for (var word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (word.isEmpty()) continue;
            var pattern = "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
            var any = new ArrayList<Condition>();
            for (var field : fields) any.add(DSL.lower(field).like(pattern, '!'));
            all.add(DSL.or(any));
        }
        return DSL.and(all);
    }

    /// Whether the field holds one of the values; any value where there are none.
    static Condition among(Field<String> field, Iterable<String> values) {
        var list = new ArrayList<String>();
        values.forEach(list::add);
        return list.isEmpty() ? DSL.noCondition() : field.in(list);
    }

    /// Whether the field holds one of the choices; any where there are none.
    static Condition choices(Field<String> field, Iterable<? extends Enum<?>> values) {
        List<String> names = new ArrayList<>();
        values.forEach(value -> names.add(value.name()));
        return among(field, names);
    }

    /// Whether the text is missing or blank.
    static Condition blank(Field<String> field) {
        return field.isNull().or(DSL.trim(field).eq(""));
    }
}
