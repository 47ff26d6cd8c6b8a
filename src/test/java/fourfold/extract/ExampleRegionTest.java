package fourfold.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The regional example that the program carries: every row is taken, and writing it back gives the same table.
class ExampleRegionTest {

    private static final Map<String, Integer> ROWS =
            Map.of("threats", 462, "disruptions", 1907, "plans", 397, "actions", 1995, "meetings", 84);

    private final Map<Id<Threat>, String> refs = new HashMap<>();

    @Test
    void everyRowIsTakenAndComesBackTheSame() throws IOException {
        for (var table : ExtractTable.ALL) roundTrip(table);
    }

    private <K extends Entity<K>> void roundTrip(ExtractTable<K> table) throws IOException {
        var source = ExampleRegion.of(table);
        var first = Gathered.from(table, source, this::known);
        assertEquals(List.of(), first.rejected.stream().map(Finding::sentence).toList());
        assertEquals(List.of(), first.warnings.stream().map(Finding::sentence).toList());
        assertEquals(ROWS.get(table.name()), first.good.size());
        for (var row : first.good) {
            if (row.value() instanceof Threat threat) refs.put(threat.id(), row.ref());
        }

        var out = new StringWriter();
        try (var writer = new ExtractWriter<>(table, out, refs::get)) {
            first.good.forEach(row -> writer.write(row.value()));
        }
        var again = Gathered.from(table, ExtractSource.of("again.csv", out.toString().getBytes(StandardCharsets.UTF_8)),
                this::known);
        assertEquals(first.good, again.good);

        byte[] bytes;
        try (var in = source.open()) {
            bytes = in.readAllBytes();
        }
        assertEquals(
                listsInOrder(new String(bytes, StandardCharsets.UTF_8)),
                listsInOrder(out.toString()),
                table.name() + " cell for cell");
    }

    private Id<Threat> known(String ref) {
        Id<Threat> id = Id.named("threat", ref);
        return refs.containsKey(id) ? id : null;
    }

    /// The text with the parts of every cell in order, since a list may come back in another one.
    private static List<List<TreeSet<String>>> listsInOrder(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(record -> record.getFields().stream()
                        .map(cell -> new TreeSet<>(Arrays.asList(cell.split(";\\s*"))))
                        .toList())
                .toList();
    }
}
