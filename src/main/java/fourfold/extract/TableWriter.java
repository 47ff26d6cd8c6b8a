package fourfold.extract;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fourfold.core.kernel.Formula;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/// Writes a table that is none of the extracts in their form: comma, CR LF, quotation marks as in RFC 4180, numbers as they are,
/// and cells that a spreadsheet would run made harmless ([Formula]).
public final class TableWriter {

    private TableWriter() {}

    /// Writes the header and the rows, each of as many cells.
    public static void write(Writer out, List<String> header, Stream<? extends List<?>> rows) {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            csv.writeRecord(cells(header));
            rows.forEach(row -> csv.writeRecord(cells(row)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> cells(List<?> row) {
        return row.stream().map(Formula::cell).toList();
    }
}
