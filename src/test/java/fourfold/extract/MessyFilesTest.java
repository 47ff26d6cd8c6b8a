package fourfold.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Thirteen unpleasant files, each read exactly as its expected result says.
class MessyFilesTest {

    private static final JsonNode EXPECTED = expected();
    private static final Map<String, Id<Threat>> BASE = new HashMap<>();

    @BeforeAll
    static void loadTheBaseThreats() throws IOException {
        Gathered.from(ExtractTable.THREATS, source("base-threats.csv"), ref -> null)
                .good
                .forEach(row -> BASE.put(row.ref(), row.value().id()));
        assertEquals(8, BASE.size());
    }

    static Stream<JsonNode> files() {
        return StreamSupport.stream(EXPECTED.get("files").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachFileIsReadAsExpected(JsonNode file) throws IOException {
        var table = file.get("table").asString().equals("threats") ? ExtractTable.THREATS : ExtractTable.DISRUPTIONS;
        check(table, file);
    }

    @Test
    void thereAreThirteenFilesAndTheBase() {
        assertEquals(14, files().count());
    }

    private <K extends Entity<K>> void check(ExtractTable<K> table, JsonNode file) throws IOException {
        var source = source(file.get("file").asString());
        assertEquals(file.get("bytes").asLong(), source.size());
        var found = new Gathered<K>();
        var summary = found.read(table, source, BASE::get);

        assertEquals(numbers(file.get("good")), found.good.stream().map(CheckedRow::record).toList(), "good records");
        checkShape(file, summary.shape());
        checkFindings(file.get("bad"), found.rejected);
        checkFindings(file.get("warnings"), found.recordWarnings());
        for (var check : file.get("check_values")) checkValue(table, found, check);
        for (var dates : file.path("iso_dates")) {
            for (var name : List.of("Event date", "Record date")) {
                assertEquals(dates.get(name).asString(), cell(table, found, dates.get("record").asInt(), name));
            }
        }
        for (var extra : file.path("columns_extra")) {
            assertTrue(found.warnings.stream()
                    .anyMatch(w -> w.code() == Finding.Code.EXTRA_COLUMNS && w.sentence().contains(extra.asString())));
        }
        assertEquals(summary.good(), found.good.size());
        assertEquals(summary.rejected(), found.rejected.size());
        assertEquals(file.get("records_with_header").asInt(), 1 + summary.good() + summary.rejected(), "nothing is lost");
    }

    private static void checkShape(JsonNode file, FileShape shape) {
        assertNotNull(shape);
        assertEquals(Charset.forName(file.get("encoding").asString()), shape.charset());
        assertEquals(file.get("byte_order_mark").asBoolean(), shape.byteOrderMark());
        assertEquals(file.get("separator").asString(), String.valueOf(shape.separator()));
        assertEquals(file.get("date_format").asString().startsWith("dd"), shape.dates().isDayFirst());
    }

    private static void checkFindings(JsonNode expected, List<Finding> found) {
        assertEquals(expected.size(), found.size(), () -> found.stream().map(Finding::sentence).toList().toString());
        for (int i = 0; i < found.size(); i++) checkFinding(expected.get(i), found.get(i));
    }

    private static void checkFinding(JsonNode expected, Finding found) {
        assertEquals(expected.get("record").asInt(), found.record());
        assertEquals(expected.get("line").asLong(), found.line());
        assertEquals(expected.get("code").asString(), found.code().name());
        assertEquals(text(expected.get("column")), found.column());
        var value = text(expected.get("value"));
        assertEquals(value == null ? null : value.replace('\t', ' '), found.value());
        if (found.code() == Finding.Code.IMPOSSIBLE_DATE) {
            assertTrue(found.reason().contains(expected.get("reason").asString()), found.reason());
        }
        if (expected.has("first_record")) {
            assertTrue(found.reason().startsWith("Record " + expected.get("first_record").asInt() + " "), found.reason());
        }
        if (expected.has("characters")) assertTrue(found.reason().contains("5,242,880"), found.reason());
        assertTrue(found.reason().endsWith("."), found.reason());
        assertTrue(!found.code().name().startsWith("DUPLICATE") || found.reason().contains(value), found.reason());
        assertFalse(found.reason().contains("\n"));
    }

    private static <K extends Entity<K>> void checkValue(ExtractTable<K> table, Gathered<K> found, JsonNode check) {
        assertEquals(
                check.get("value").asString(),
                cell(table, found, check.get("record").asInt(), check.get("column").asString()));
    }

    private static <K extends Entity<K>> String cell(ExtractTable<K> table, Gathered<K> found, int record, String name) {
        var row = found.good.stream().filter(good -> good.record() == record).findFirst().orElseThrow();
        var column = table.columns().stream().filter(c -> c.label().equals(name)).findFirst().orElseThrow();
        return row.value().print(column.field());
    }

    private static String text(JsonNode node) {
        return node == null || node.isNull() ? null : node.asString();
    }

    private static List<Integer> numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asInt).toList();
    }

    private static JsonNode expected() {
        try (var in = MessyFilesTest.class.getResourceAsStream("/messy-csv/expected.json")) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The file; the one with a cell of five megabytes is put together here.
    static ExtractSource source(String name) throws IOException {
        boolean huge = name.startsWith("12-");
        try (var in = MessyFilesTest.class.getResourceAsStream("/messy-csv/" + name + (huge ? ".part" : ""))) {
            var bytes = in.readAllBytes();
            if (!huge) return ExtractSource.of(name, bytes);
            var unit = "long text lantern ";
            var cell = unit.repeat(5_242_880 / unit.length() + 1).substring(0, 5_242_880);
            var text = new String(bytes, StandardCharsets.UTF_8).replace("LONG CELL", cell);
            return ExtractSource.of(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
