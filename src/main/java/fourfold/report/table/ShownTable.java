package fourfold.report.table;

import fourfold.core.disclosure.Released;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A table as it is shown.
///
/// @param name what it lists: "Threats"
/// @param terms the view or filter that it is narrowed by; empty where it is not
/// @param asAt the day on which it is shown
public record ShownTable(String name, String terms, LocalDate asAt, List<Column> columns, List<Row> rows) {

    /// What no cell of a workbook may be longer than (ECMA-376, as spreadsheets read it).
    static final int LONGEST_CELL = 32_767;

    static final String ADVICE = "Not for release without disclosure advice";

    /// A column.
    ///
    /// @param meaning what stands in it, in a sentence
    public record Column(String title, String meaning) {}

    /// A cell.
    ///
    /// @param text what is shown
    /// @param value the number or day behind it, where it is one: a `Number` or a `LocalDate`
    public record Cell(String text, @Nullable Object value) {}

    /// A row.
    ///
    /// @param records the records that it tells of; none for a figure, since a count tells nothing of a record
    public record Row(List<UUID> records, List<Cell> cells) {
        public Row {
            records = List.copyOf(records);
            cells = List.copyOf(cells);
        }
    }

    public ShownTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.cells().size() != width))
            throw new IllegalArgumentException("a row has a cell for each column");
    }

    /// The rows that were released, in their order: those of which every record was.
    List<Row> released(Released released) {
        return rows.stream().filter(row -> isReleased(row, released)).toList();
    }

    private static boolean isReleased(Row row, Released released) {
        return row.records().stream().allMatch(released::includes);
    }

    /// How many rows are left out.
    public int withheld(Released released) {
        return rows.size() - released(released).size();
    }

    /// Marking, and the word on release.
    String marked(Released released) {
        return released.marking().label() + ". " + ADVICE + ".";
    }

    /// What it is, narrowed by what, as at when, and how many rows were left out.
    String about(Released released) {
        int withheld = withheld(released);
        int shown = rows.size() - withheld;
        return name + (terms.isBlank() ? ", all" : ", only: " + terms) + ". As at " + asAt + ", written by "
                + released.verified().by() + " of " + released.from() + ". "
                + String.format(Locale.UK, "%,d %s", shown, shown == 1 ? "row" : "rows")
                + (withheld == 0
                        ? "."
                        : String.format(Locale.UK, "; %,d left out by the rules of disclosure.", withheld));
    }
}
