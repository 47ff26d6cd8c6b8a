package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.store.gen.DefaultSchema;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Looks at all rows of a store.
public final class Tables {

    private Tables() {}

    /// Every table, its rows as text in order.
    static Map<String, String> of(Store store) {
        return store.read(sql -> {
            var all = new TreeMap<String, String>();
            for (var table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
                var rows = new StringBuilder();
                sql.selectFrom(table)
                        .orderBy(Arrays.stream(table.fields()).limit(2).toList())
                        .forEach(row -> rows.append(Arrays.toString(row.intoArray())).append('\n'));
                all.put(table.getName(), rows.toString());
            }
            return all;
        });
    }

    /// Fails where the two differ, table by table.
    public static void assertSame(Store expected, Store actual) {
        var other = of(actual);
        of(expected).forEach((table, rows) -> assertEquals(rows, other.get(table), table));
    }
}
