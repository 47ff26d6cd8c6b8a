package fourfold.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import fourfold.core.kernel.Watch;
import fourfold.desk.LoadDesk;
import fourfold.desk.Office;
import fourfold.extract.ExampleRegion;
import fourfold.extract.ExtractTable;
import fourfold.extract.ScaledExample;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Files of extracts at size: the invented example region many times over.
final class Extracts {

    private Extracts() {}

    /// Writes the five extracts.
    ///
    /// @param regions how many times the threats with their plans, actions and meetings
    /// @param years how many times the events, spread evenly over all those threats
    static Map<String, Path> write(Path folder, int regions, int years) throws IOException {
        var files = new LinkedHashMap<String, Path>();
        for (var table : ExtractTable.ALL) {
            var file = folder.resolve(table.name() + ".csv");
            if (table.name().equals("disruptions") && years != regions) writeEvents(table, file, regions, years);
            else try (var in = ScaledExample.of(table, regions).open()) {
                Files.copy(in, file);
            }
            files.put(table.name(), file);
        }
        return files;
    }

    private static void writeEvents(ExtractTable<?> table, Path file, int regions, int years) throws IOException {
        try (var out = CsvWriter.builder().build(file)) {
            for (int year = 1; year <= years; year++) writeYear(table, out, year, (year - 1) % regions + 1);
        }
    }

    private static void writeYear(ExtractTable<?> table, CsvWriter out, int year, int region) throws IOException {
        try (var in = CsvReader.builder().ofCsvRecord(
                new InputStreamReader(ExampleRegion.of(table).open(), StandardCharsets.UTF_8))) {
            List<String> header = List.of();
            for (var record : in) {
                if (header.isEmpty()) {
                    header = record.getFields();
                    if (year == 1) out.writeRecord(header);
                    continue;
                }
                var cells = new ArrayList<>(record.getFields());
                number(cells, header.indexOf("Disruption ref"), year);
                number(cells, header.indexOf("Threat ref"), region);
                out.writeRecord(cells);
            }
        }
    }

    private static void number(List<String> cells, int column, int copy) {
        if (copy > 1) cells.set(column, cells.get(column) + "-" + copy);
    }

    /// Loads these files; every row has to be taken.
    static LoadDesk.Report load(Office office, Map<String, Path> files) {
        var report = office.load().load(new LoadDesk.Load(files, false, Watch.nobody())).orThrow();
        if (!report.rejected().isEmpty())
            throw new IllegalStateException("not loaded: " + report.rejected().getFirst().sentence());
        return report;
    }

    /// Of these files those of some tables.
    static Map<String, Path> only(Map<String, Path> files, Set<String> tables) {
        var some = new LinkedHashMap<>(files);
        some.keySet().retainAll(tables);
        return some;
    }
}
