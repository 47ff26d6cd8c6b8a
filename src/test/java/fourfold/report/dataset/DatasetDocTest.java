package fourfold.report.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.report.dataset.Column.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The tables of the dataset, and the page that explains them. The part of `docs/formats/dataset.md` after its mark is written
/// by this test: run it with `-Dfourfold.write=true`.
final class DatasetDocTest {

    private static final Path PAGE = Path.of("docs/formats/dataset.md");
    private static final String MARK = "This part is made from the code.\n";
    private static final String AGAIN = "mvn test -Dtest=DatasetDocTest -Dfourfold.write=true";

    @Test
    void the_page_has_every_table_and_column() throws IOException {
        var page = Files.readString(PAGE);
        var own = page.substring(0, page.indexOf(MARK) + MARK.length());
        var now = own + tables();
        if (Boolean.getBoolean("fourfold.write")) Files.writeString(PAGE, now);
        assertEquals(now, Files.readString(PAGE), PAGE + " is out of date; make it again with: " + AGAIN);
    }

    private static String tables() {
        return Dataset.TABLES.stream().map(DatasetDocTest::table).collect(Collectors.joining());
    }

    private static <R> String table(Table<R> table) {
        var text = new StringBuilder("\n### " + table.name() + "\n\n" + table.description() + "\n\nKey: ");
        text.append(table.key().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", ")));
        text.append("\n\n| column | type | meaning |\n|---|---|---|\n");
        for (var column : table.columns()) text.append(row(table, column));
        return text.toString();
    }

    private static <R> String row(Table<R> table, Column<R> column) {
        var to = table.foreign().stream()
                .filter(one -> one.column().equals(column.name()))
                .map(one -> " → `" + one.table() + "." + one.key() + "`")
                .collect(Collectors.joining());
        var kind = column.kind() == Kind.UUID ? "uuid" : column.kind().name().toLowerCase(Locale.ROOT);
        var words = column.allowed().isEmpty() ? "" : " One of: " + String.join(", ", column.allowed()) + ".";
        return "| `" + column.name() + "` | " + kind + (column.required() ? "" : ", may be empty") + to + " | "
                + column.description() + words + " |\n";
    }

    @Test
    void every_pointer_leads_to_the_key_of_another_table_and_no_name_is_there_twice() {
        var names = new HashSet<String>();
        for (var table : Dataset.TABLES) {
            assertTrue(names.add(table.name()), table.name());
            assertEquals(table.header().size(), new HashSet<>(table.header()).size(), table.name());
            assertFalse(table.key().isEmpty(), table.name());
            assertTrue(table.header().containsAll(table.key()), table.name());
            for (var foreign : table.foreign()) {
                var other = Dataset.TABLES.stream().filter(one -> one.name().equals(foreign.table())).findFirst().orElseThrow();
                assertEquals(List.of(foreign.key()), other.key(), table.name() + "." + foreign.column());
                assertTrue(table.header().contains(foreign.column()), foreign.column());
            }
        }
    }
}
