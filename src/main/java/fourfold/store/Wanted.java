package fourfold.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// What is looked up, as a table to join: the database then finds each by the index of the other table. A condition
/// `= any(list)` would have it compare each row that it finds with the whole list.
///
/// @param id the one column
record Wanted<T>(Table<?> table, Field<T> id) {

    /// How many are looked up at once, so that no result is ever large enough for the database to put it in a file.
    private static final int AT_ONCE = 1_000;

    /// Those, in parts as large as may be looked up at once.
    static <T> List<Wanted<T>> parts(Collection<T> ids, Class<T> type) {
        var all = List.copyOf(ids);
        var parts = new ArrayList<Wanted<T>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            parts.add(new Wanted<>(DSL.unnest(part).as("wanted", "id"), DSL.field(DSL.name("wanted", "id"), type)));
        }
        return parts;
    }
}
