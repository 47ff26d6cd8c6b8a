package fourfold.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The example region several times over, so that anybody can try the program at size: every copy after the first has its
/// own references, names and collar numbers.
public final class ScaledExample {

    private static final Set<String> REFERENCES =
            Set.of("Threat ref", "National ref", "Disruption ref", "Action ref", "Meeting ref", "Name");
    private static final String AGENDA = "Threat refs";
    private static final Pattern COLLAR = Pattern.compile("\\(([A-Za-z]{0,4}\\d[A-Za-z0-9]*)\\)");

    private ScaledExample() {}

    /// The extract of that table, so many times.
    ///
    /// @param times 1 for the example as it is
    public static ExtractSource of(ExtractTable<?> table, int times) {
        var once = ExampleRegion.of(table);
        if (times <= 1) return once;
        var bytes = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            for (int copy = 1; copy <= times; copy++) copy(once, csv, copy);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return ExtractSource.of(once.name(), bytes.toByteArray());
    }

    private static void copy(ExtractSource once, CsvWriter csv, int copy) throws IOException {
        List<String> header = List.of();
        try (var reader = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(once.open(), StandardCharsets.UTF_8))) {
            for (var record : reader) {
                if (header.isEmpty()) {
                    header = record.getFields();
                    if (copy == 1) csv.writeRecord(header);
                } else csv.writeRecord(renamed(header, record.getFields(), copy));
            }
        }
    }

    private static List<String> renamed(List<String> header, List<String> cells, int copy) {
        if (copy == 1) return cells;
        var renamed = new ArrayList<String>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell.isBlank()) renamed.add(cell);
            else if (REFERENCES.contains(header.get(i))) renamed.add(cell + "-" + copy);
            else if (header.get(i).equals(AGENDA)) renamed.add(cell.replace(";", "-" + copy + ";") + "-" + copy);
            else renamed.add(COLLAR.matcher(cell).replaceAll("($1-" + copy + ")"));
        }
        return renamed;
    }
}
