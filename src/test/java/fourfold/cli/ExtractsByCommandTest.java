package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import fourfold.core.kernel.Json;
import fourfold.desk.TestVaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Extracts by commands: the whole example region goes in, and the same comes out. The tests share one vault and run in
/// their order, since the second load is about the first.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExtractsByCommandTest {

    private static final Map<String, Integer> ROWS =
            new TreeMap<>(Map.of("threats", 462, "plans", 397, "actions", 1995, "disruptions", 1907, "meetings", 84));

    @TempDir
    static Path folder;

    private static Shell shell;

    @BeforeAll
    static void begin() throws IOException {
        shell = new Shell(folder, TestVaults.clock());
        for (var table : ROWS.keySet()) {
            try (var example = ExtractsByCommandTest.class.getResourceAsStream("/fourfold/example/" + table + ".csv")) {
                assertNotNull(example);
                Files.copy(example, example(table));
            }
        }
        assertEquals(0, shell.on("init", "--agency", "EMSOU", "--user", "X1", "--name", "A", "--role", "administrator,analyst,lro").exit());
    }

    private static Path example(String table) {
        return folder.resolve(table + ".csv");
    }

    private static Shell.Result load(String... more) {
        var args = new String[11 + more.length];
        args[0] = "load";
        int i = 1;
        for (var table : ROWS.keySet()) {
            args[i++] = "--" + table;
            args[i++] = example(table).toString();
        }
        System.arraycopy(more, 0, args, i, more.length);
        return shell.on(args);
    }

    private static Json counts(boolean all) {
        var counts = new TreeMap<String, Json>();
        ROWS.forEach((table, rows) -> counts.put(table, Json.of(all ? rows : 0)));
        return Json.of(counts);
    }

    @Test
    @Order(1)
    void aDryRunSaysWhatWouldHappenAndChangesNothing() {
        var said = load("--dry-run");
        assertEquals(0, said.exit(), said.err());
        assertEquals(counts(true), said.get("loaded"));
        assertEquals("[]\n", shell.on("list", "threats").out());
    }

    @Test
    @Order(2)
    void everyRowOfTheExampleIsLoaded() {
        var loaded = load();
        assertEquals(0, loaded.exit(), loaded.err());
        assertEquals("", loaded.err());
        assertEquals(
                Json.of(Map.of(
                        "loaded", counts(true),
                        "changed", counts(false),
                        "unchanged", counts(false),
                        "conflicts", counts(false),
                        "rejected", Json.of(List.of()))),
                loaded.json());
    }

    @Test
    @Order(3)
    void theSameFilesAgainChangeNothing() {
        var again = load();
        assertEquals(0, again.exit());
        assertEquals(counts(false), again.get("loaded"));
        assertEquals(counts(false), again.get("changed"));
        assertEquals(counts(true), again.get("unchanged"));
    }

    @Test
    @Order(4)
    void whatWasLoadedIsListedWithTheVeryColumnsAndCells() throws IOException {
        for (var table : ROWS.keySet()) {
            var listed = shell.on("list", table, "--format", "csv");
            assertEquals(0, listed.exit(), listed.err());
            var wanted = rows(Files.readString(example(table)));
            var actual = rows(listed.out());
            assertEquals(wanted.size(), actual.size(), table);
            for (int i = 0; i < wanted.size(); i++) assertEquals(wanted.get(i), actual.get(i), table + ", record " + (i + 1));
            assertTrue(listed.out().contains("\r\n"));
        }
    }

    /// Cells with lists in one order, since lists within a cell may be reordered; spaces beside the semicolons are not
    /// part of a list.
    private static List<List<String>> rows(String csv) {
        try (var reader = CsvReader.builder().ofCsvRecord(csv)) {
            return reader.stream()
                    .map(row -> row.getFields().stream()
                            .map(cell -> String.join(";", Arrays.stream(cell.split(";")).map(String::strip).sorted().toList()))
                            .toList())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    @Order(5)
    void listsAreFilteredByAnyField() {
        var listed = shell.on("list", "threats", "--where", "Owning agency=derbyshire", "--where", "soc=non-soc");
        assertEquals(0, listed.exit());
        for (var threat : listed.json().items()) {
            assertEquals("Derbyshire", threat.members().get("agency").text());
            assertEquals("Non-SOC", threat.members().get("soc").text());
        }
        assertTrue(!listed.json().items().isEmpty());
        var support = shell.on("list", "disruptions", "--where", "supporting=EMSOU", "--where", "type=Support Disruption", "--where", "threat=EMS-0001");
        assertEquals(0, support.exit());
        var threats = shell.on("list", "threats", "--where", "agency=Derbyshire").json().items().stream()
                .map(one -> one.members().get("ref").text())
                .toList();
        var plans = shell.on("list", "plans", "--where", "agency=derbyshire").json().items();
        assertFalse(plans.isEmpty());
        plans.forEach(plan -> assertTrue(threats.contains(plan.members().get("ref").text())));
        long every = shell.on("list", "plans").json().items().stream()
                .filter(plan -> threats.contains(plan.members().get("ref").text()))
                .count();
        assertEquals(every, plans.size());
        var meetings = shell.on("list", "meetings", "--where", "Owning agency=Derbyshire").json().items();
        assertFalse(meetings.isEmpty());
        meetings.forEach(meeting -> assertTrue(meeting.members().get("threats").items().stream()
                .anyMatch(ref -> threats.contains(ref.text()))));
        assertTrue(meetings.size() < shell.on("list", "meetings").json().items().size());
        var refused = shell.on("list", "threats", "--where", "colour=red");
        assertEquals(List.of("There is no field colour in a threat."), refused.errors());
        assertEquals(1, refused.exit());
        var none = shell.on("list", "threats", "--where", "tier=Tier 9");
        assertEquals(1, none.exit(), "nothing found would read as: there are none");
        assertTrue(none.errors().getFirst().startsWith("Tier is \"Tier 9\", not one of "), none.errors().toString());
    }

    @Test
    @Order(6)
    void badRowsAreListedWithTheirPlaceAndTheGoodOnesAreLoaded() {
        var file = shell.file("more.csv", """
                Disruption ref,Threat ref,Disruption type,Lead agency,Supporting agencies,Event date,Record date,Primary 4P,\
                Assessment Category,Lead unit,Summary,Arrests,Warrants,Vehicles seized,People safeguarded,Assets seized GBP
                T-1,EMS-0001,Lead Disruption,EMSOU,,2022-05-01,2022-05-02,Pursue,Minor,RPIU,Good,,,,,
                T-2,EMS-9999,Lead Disruption,EMSOU,,2022-05-01,2022-05-02,Pursue,Minor,RPIU,No such threat,,,,,
                T-3,EMS-0001,Lead Disruption,EMSOU,,2022-02-30,2022-05-02,Pursue,Minor,RPIU,No such day,,,,,
                """);
        var loaded = shell.on("load", "--disruptions", file.toString());
        assertEquals(1, loaded.exit());
        assertEquals(1, loaded.get("loaded").members().get("disruptions").whole());
        var rejected = loaded.get("rejected").items();
        assertEquals(2, rejected.size());
        assertRejected(rejected.get(0), 3, "Threat ref", "EMS-9999");
        assertRejected(rejected.get(1), 4, "Event date", "2022-02-30");
        assertEquals(List.of("2 rows or files were not taken; the output says which and why."), loaded.errors());
        assertEquals(1, shell.on("list", "disruptions", "--where", "ref=T-1").json().items().size());
    }

    private static void assertRejected(Json row, int record, String column, String inReason) {
        assertEquals("more.csv", row.members().get("file").text());
        assertEquals(record, row.members().get("record").whole());
        assertEquals(column, row.members().get("column").text());
        assertTrue(row.members().get("reason").text().contains(inReason), row.canonicalText());
    }

    @Test
    @Order(7)
    void aFileThatIsNotThereIsListedAsRejected() {
        var missing = shell.on("load", "--threats", folder.resolve("nowhere.csv").toString());
        assertEquals(1, missing.exit());
        var rejected = missing.get("rejected").items().getFirst().members();
        assertEquals("nowhere.csv", rejected.get("file").text());
        assertEquals("There is no such file.", rejected.get("reason").text());
    }
}
