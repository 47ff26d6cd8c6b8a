package fourfold.extract;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Formula;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Type;
import fourfold.core.threat.Threat;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.function.Function;

/// Writes records with the very columns of the extracts: comma, CR LF, quotation marks as in RFC 4180, ISO dates, and
/// cells that a spreadsheet would run made harmless ([Formula]). Reading what was written gives the same records.
///
/// @param <K> the kind of record
public final class ExtractWriter<K extends Entity<K>> implements AutoCloseable {

    private final ExtractTable<K> table;
    private final Function<Id<Threat>, String> threatRef;
    private final CsvWriter csv;

    /// Writes the header.
    ///
    /// @param out where to; the caller chooses UTF-8 without byte order mark
    /// @param threatRef the ref of a threat that a record names by identity
    public ExtractWriter(ExtractTable<K> table, Writer out, Function<Id<Threat>, String> threatRef) {
        this.table = table;
        this.threatRef = threatRef;
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord(table.columns().stream().map(ExtractColumn::label).toList());
    }

    /// Writes one record.
    public void write(K record) {
        var cells = new ArrayList<String>(table.columns().size());
        for (var column : table.columns()) cells.add(Formula.neutralise(text(record, column)));
        csv.writeRecord(cells);
    }

    private String text(K record, ExtractColumn<K> column) {
        if (column.field().type().shape() != Type.Shape.REFERENCE) return record.print(column.field());
        return table.threat().flatMap(record::find).map(threatRef).orElse("");
    }

    /// Passes everything on to where it is written.
    @Override
    public void close() throws IOException {
        csv.close();
    }
}
