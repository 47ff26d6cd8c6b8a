package fourfold.extract;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One comma-separated file of reference data. Whatever is wrong with it is a fault of ours and stops the program at
/// once, with the file and the line.
///
/// Cells are never cut or guessed at.
final class ReferenceTable {

    private final String file;
    private final List<Row> rows = new ArrayList<>();

    /// The file of that name.
    ///
    /// @param texts what the files say, by name
    static ReferenceTable of(UnaryOperator<String> texts, String file, String... columns) {
        return new ReferenceTable(file, texts.apply(file), columns);
    }

    private ReferenceTable(String file, String text, String... columns) {
        this.file = file;
        long line = 1;
        try (var records = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord record : records) {
                line = record.getStartingLineNumber();
                if (!record.getHeader().equals(List.of(columns)))
                    throw fault(1, "the columns have to be " + String.join(",", columns));
                rows.add(new Row(record));
            }
        } catch (CsvParseException broken) {
            throw fault(line, "after this line it is no comma-separated file with as many cells in every row", broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
        if (rows.isEmpty()) throw fault(1, "there is no row");
    }

    List<Row> rows() {
        return rows;
    }

    private IllegalStateException fault(long line, String sentence) {
        return new IllegalStateException(file + ", line " + line + ": " + sentence);
    }

    private IllegalStateException fault(long line, String sentence, Throwable cause) {
        return new IllegalStateException(file + ", line " + line + ": " + sentence, cause);
    }

    /// One row; every question about it answers with a good value or with a fault that names its line.
    final class Row {

        private final NamedCsvRecord record;

        private Row(NamedCsvRecord record) {
            this.record = record;
        }

        /// The cell, which may be empty.
        String text(String column) {
            return record.getField(column).strip();
        }

        /// The cell, which has to say something.
        String filled(String column) {
            var text = text(column);
            if (text.isEmpty()) throw fault(column + " is empty");
            return text;
        }

        /// The cell as one of these words.
        <T extends Enum<T>> T choice(String column, Class<T> list) {
            var text = filled(column);
            for (var value : list.getEnumConstants()) if (value.name().equals(text)) return value;
            throw fault(column + " is \"" + text + "\", not one of " + List.of(list.getEnumConstants()));
        }

        /// The cell as several of these words with semicolons between them.
        <T extends Enum<T>> Set<T> choices(String column, Class<T> list) {
            var values = new LinkedHashSet<T>();
            for (var part : parts(column)) {
                T found = null;
                for (var value : list.getEnumConstants()) if (value.name().equals(part)) found = value;
                if (found == null)
                    throw fault(column + " has \"" + part + "\", not one of " + List.of(list.getEnumConstants()));
                values.add(found);
            }
            return values;
        }

        /// The parts of a cell between its semicolons.
        List<String> parts(String column) {
            var parts = new ArrayList<String>();
            for (var part : text(column).split(";")) if (!part.isBlank()) parts.add(part.strip());
            return parts;
        }

        /// Y or N.
        boolean flag(String column) {
            return switch (text(column)) {
                case "Y" -> true;
                case "N" -> false;
                default -> throw fault(column + " is neither Y nor N");
            };
        }

        /// The cell as a day; null where it is empty.
        @Nullable LocalDate date(String column) {
            var text = text(column);
            if (text.isEmpty()) return null;
            if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) throw fault(column + " is not a date such as 2022-06-01");
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException none) {
                throw new IllegalArgumentException(column + " is a day that does not exist", none);
            }
        }

        /// Makes something of the row; what its own rules refuse becomes a fault with this row's line.
        <T> T make(Function<Row, T> make) {
            try {
                return make.apply(this);
            } catch (IllegalArgumentException refused) {
                throw ReferenceTable.this.fault(record.getStartingLineNumber(), String.valueOf(refused.getMessage()), refused);
            }
        }

        IllegalStateException fault(String sentence) {
            return ReferenceTable.this.fault(record.getStartingLineNumber(), sentence);
        }
    }
}
