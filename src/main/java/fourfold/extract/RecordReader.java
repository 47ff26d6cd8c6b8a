package fourfold.extract;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The records of an extract one after the other, blank lines left out, never more than one in memory.
final class RecordReader implements Closeable {

    private final CellGuard guard;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private int number;

    @SuppressWarnings("removal") // extracts do hold text after a closing quote, and FastCSV 4 has no other word for it
    RecordReader(Reader characters, char separator) {
        guard = new CellGuard(characters, separator);
        csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(guard);
        records = csv.iterator();
    }

    /// The next record that holds anything, or null at the end.
    @Nullable ExtractRecord next() throws IOException {
        try {
            while (records.hasNext()) {
                var record = records.next();
                number++;
                var facts = guard.next();
                if (facts == null) throw new IllegalStateException("a record was parsed that the guard did not see");
                if (!facts.isBlank()) return new ExtractRecord(number, facts.line(), record.getFields(), facts);
            }
            return null;
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
        csv.close();
    }
}
