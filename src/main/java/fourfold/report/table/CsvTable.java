package fourfold.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fourfold.core.disclosure.Released;
import fourfold.core.kernel.Formula;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// A table as CSV: UTF-8, comma, CR LF, RFC 4180, numbers and days plain, texts made harmless for spreadsheets ([Formula]). What
/// does not belong into a table of rows (marking, filter, what columns mean) stands in a second file.
public final class CsvTable {

    private CsvTable() {}

    /// The header and the rows.
    public static byte[] rows(ShownTable table, Released released) {
        return written(csv -> {
            csv.writeRecord(table.columns().stream().map(ShownTable.Column::title).map(Formula::neutralise).toList());
            for (var row : table.released(released)) csv.writeRecord(row.cells().stream().map(CsvTable::text).toList());
        });
    }

    /// What the columns mean, and what the table is.
    public static byte[] columns(ShownTable table, Released released) {
        return written(csv -> {
            csv.writeRecord(List.of("Column", "Meaning"));
            for (var column : table.columns())
                csv.writeRecord(List.of(Formula.neutralise(column.title()), Formula.neutralise(column.meaning())));
            csv.writeRecord(List.of("(marking)", table.marked(released)));
            csv.writeRecord(List.of("(table)", Formula.neutralise(table.about(released))));
        });
    }

    private static String text(ShownTable.Cell cell) {
        return Formula.cell(Objects.requireNonNullElse(cell.value(), cell.text()));
    }

    private static byte[] written(Consumer<CsvWriter> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            rows.accept(csv);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
