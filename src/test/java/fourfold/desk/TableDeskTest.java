package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.threat.Threat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Tables written as they are shown, read back cell by cell.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TableDeskTest {

    private static final List<String> COLUMNS = List.of("Threat ref", "Name", "Tier", "Date mapped", "Actions");

    private Path folder = Path.of("");
    private Office office;

    @BeforeAll
    void load(@TempDir Path temp) {
        folder = temp;
        office = TestVaults.begin(temp.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO);
        TestVaults.loadThreats(office);
        handle("EMS-0003", "Tell the originator first");
    }

    private void handle(String ref, String instructions) {
        var threat = office.threats().open(ref).orThrow();
        var values = Editing.of(Threat.FIELDS, Map.of("handling", instructions), Set.of()).orThrow();
        office.threats().edit(new ThreatDesk.Edit(threat.seen(), values, "Asked for")).orThrow();
    }

    @AfterAll
    void lock() {
        office.close();
    }

    private TableDesk.Shown shown(String... refs) {
        var rows = new ArrayList<TableDesk.Row>();
        for (var ref : refs) {
            var threat = office.threats().open(ref).orThrow().record();
            var mapped = threat.find(Threat.MAPPED).orElse(null);
            rows.add(new TableDesk.Row(List.of(threat.id().value()), List.of(
                    new TableDesk.Cell(ref, null),
                    new TableDesk.Cell("=cmd|' /C calc'!A0 " + threat.get(Threat.NAME), null),
                    new TableDesk.Cell(threat.print(Threat.TIER), null),
                    new TableDesk.Cell(mapped == null ? "" : "some day", mapped),
                    new TableDesk.Cell("7", 7))));
        }
        return new TableDesk.Shown("Threats", "Tier 3, \"kiln\"", COLUMNS, rows);
    }

    private static List<Row> sheet(byte[] file, int number) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getSheet(number).orElseThrow().read();
        }
    }

    @Test
    void a_workbook_has_exactly_the_rows_and_columns_that_are_shown_with_numbers_and_days_as_such() throws IOException {
        var file = folder.resolve("threats.xlsx");
        var table = shown("EMS-0002", "EMS-0001", "EMS-0005");
        assertEquals(new TableDesk.Saved(file, 3, 0), office.tables().save(table, file).orThrow());
        var rows = sheet(Files.readAllBytes(file), 0);
        assertEquals("OFFICIAL-SENSITIVE. Not for release without disclosure advice.", rows.getFirst().getCellText(0));
        assertTrue(rows.get(1).getCellText(0).startsWith("Threats, only: Tier 3, \"kiln\". As at 2022-06-21"), rows.get(1).getCellText(0));
        var head = rows.stream().filter(row -> row.getRowNum() == 4).findFirst().orElseThrow();
        assertEquals(COLUMNS, head.stream().map(cell -> cell.getText()).toList());
        var content = rows.stream().filter(row -> row.getRowNum() > 4).toList();
        assertEquals(table.rows().size(), content.size());
        for (int r = 0; r < content.size(); r++)
            for (int c = 0; c < COLUMNS.size(); c++) {
                var wanted = table.rows().get(r).cells().get(c);
                var cell = content.get(r).getOptionalCell(c);
                switch (wanted.value()) {
                    case LocalDate day -> assertEquals(day, cell.orElseThrow().asDate().toLocalDate());
                    case Integer number -> assertEquals(number.longValue(), cell.orElseThrow().asNumber().longValue());
                    case null, default -> {
                        assertEquals(wanted.text(), cell.map(there -> there.getText()).orElse(""));
                        cell.ifPresent(there -> assertEquals(CellType.STRING, there.getType(), "no formula"));
                    }
                }
            }
    }

    @Test
    void a_second_sheet_says_what_each_column_means() throws IOException {
        var file = folder.resolve("meanings.xlsx");
        office.tables().save(shown("EMS-0002"), file).orThrow();
        var rows = sheet(Files.readAllBytes(file), 1);
        var meanings = rows.stream().filter(row -> row.getRowNum() > 4).toList();
        assertEquals(COLUMNS, meanings.stream().map(row -> row.getCellText(0)).toList());
        assertTrue(meanings.get(2).getCellText(1).startsWith("Field tier of a threat: Tier."), meanings.get(2).getCellText(1));
        assertTrue(meanings.get(4).getCellText(1).startsWith("As it is shown"), meanings.get(4).getCellText(1));
    }

    @Test
    void csv_has_the_same_rows_and_a_second_file_with_marking_filter_and_meanings() throws IOException {
        var file = folder.resolve("threats.csv");
        office.tables().save(shown("EMS-0002", "EMS-0001"), file).orThrow();
        var records = csv(file);
        assertEquals(COLUMNS, records.getFirst());
        assertEquals("EMS-0002", records.get(1).getFirst());
        assertTrue(records.get(1).get(1).startsWith("'=cmd|"), "made harmless");
        assertEquals("2020-03-14", records.get(1).get(3));
        assertEquals("7", records.get(1).get(4));
        var beside = csv(folder.resolve("threats.columns.csv"));
        assertEquals(COLUMNS, beside.subList(1, 6).stream().map(List::getFirst).toList());
        assertEquals("OFFICIAL-SENSITIVE. Not for release without disclosure advice.", beside.get(6).get(1));
        assertTrue(beside.get(7).get(1).contains("only: Tier 3, \"kiln\""));
    }

    private static List<List<String>> csv(Path file) throws IOException {
        try (var csv = CsvReader.builder().ofCsvRecord(Files.readString(file))) {
            return csv.stream().map(CsvRecord::getFields).map(List::copyOf).toList();
        }
    }

    @Test
    void rows_about_a_withheld_record_or_one_that_is_not_here_are_left_out_counted_and_said() throws IOException {
        var file = folder.resolve("withheld.xlsx");
        var table = shown("EMS-0002", "EMS-0003");
        var rows = new ArrayList<>(table.rows());
        rows.add(new TableDesk.Row(List.of(UUID.randomUUID()), table.rows().getFirst().cells()));
        var saved = office.tables().save(new TableDesk.Shown("Threats", "", COLUMNS, rows), file).orThrow();
        assertEquals(new TableDesk.Saved(file, 1, 2), saved);
        var read = sheet(Files.readAllBytes(file), 0);
        assertTrue(read.get(1).getCellText(0).endsWith("1 row; 2 left out by the rules of disclosure."), read.get(1).getCellText(0));
        assertFalse(read.stream().anyMatch(row -> row.getCellText(0).equals("EMS-0003")));
    }

    @Test
    void an_event_is_left_out_with_the_threat_that_its_row_does_not_name() {
        var rows = List.of(row(event("EMS-0002")), row(event("EMS-0003")));
        var saved = office.tables().save(
                new TableDesk.Shown("Events", "", List.of("Event"), rows), folder.resolve("events.csv")).orThrow();
        assertEquals(1, saved.rows());
        assertEquals(1, saved.withheld());
    }

    private UUID event(String threat) {
        var values = Editing.of(
                        Disruption.FIELDS,
                        Map.of("summary", "Two vehicles seized", "eventDate", "2022-06-20", "p", "Pursue", "type", "Lead Disruption", "category", "Unassessed"),
                        Set.of())
                .orThrow();
        var id = office.threats().open(threat).orThrow().record().id();
        return office.disruptions().record(new DisruptionDesk.Record(id, null, values)).orThrow().record().id().value();
    }

    private static TableDesk.Row row(UUID record) {
        return new TableDesk.Row(List.of(record), List.of(new TableDesk.Cell("Event", null)));
    }

    @Test
    void a_row_that_tells_of_no_record_is_a_figure_and_is_written() throws IOException {
        var file = folder.resolve("figures.csv");
        var row = new TableDesk.Row(List.of(), List.of(new TableDesk.Cell("Derbyshire", null), new TableDesk.Cell("127", 127L)));
        var figures = new TableDesk.Shown("Figures", "disruptions-year", List.of("Lead agency", "Count"), List.of(row));
        assertEquals(1, office.tables().save(figures, file).orThrow().rows());
        assertEquals(List.of("Derbyshire", "127"), csv(file).get(1));
    }

    @Test
    void a_picture_has_its_pixels_its_marking_and_how_it_was_counted() throws IOException {
        var random = new Random(5);
        int width = 37;
        int height = 23;
        var pixels = random.ints((long) width * height).map(pixel -> pixel | 0xff000000).toArray();
        var file = folder.resolve("bars.png");
        office.tables().savePicture(new TableDesk.Picture("Threats, 1 June 2021 – now. Rule: none", width, height, pixels), file).orThrow();
        var read = ImageIO.read(file.toFile());
        assertArrayEquals(pixels, read.getRGB(0, 0, width, height, null, 0, width));
        var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("OFFICIAL-SENSITIVE. Not for release without disclosure advice."));
        assertTrue(bytes.contains("Threats, 1 June 2021 "));
        assertInstanceOf(Outcome.Refused.class, office.tables().savePicture(
                new TableDesk.Picture("Bars", width, height, pixels), folder.resolve("bars.gif")));
    }

    @Test
    void a_copied_picture_is_the_one_that_would_be_saved_and_is_logged_like_it() throws IOException {
        var picture = new TableDesk.Picture("Events by P", 3, 2, new Random(7).ints(6).toArray());
        var file = folder.resolve("copied.png");
        office.tables().savePicture(picture, file).orThrow();
        assertArrayEquals(Files.readAllBytes(file), office.tables().copyPicture(picture).orThrow());
        for (var to : List.of("file", "clipboard"))
            assertEquals(1, logged("\"picture\":\"Events by P\"", "\"recipient\":\"EMSOU\"", "\"to\":\"" + to + "\""), to);
    }

    @Test
    void a_picture_is_neither_copied_nor_saved_where_nothing_is_by_which_it_could_be_marked(@TempDir Path temp) {
        try (var empty = TestVaults.begin(temp.resolve("empty"), TestVaults.surroundings(TestVaults.clock()), Role.LRO)) {
            var picture = new TableDesk.Picture("Bars", 1, 1, new int[1]);
            var refused = new Problem.NotNow("Nothing is recorded here yet by which it could be marked.");
            assertEquals(Outcome.refused(refused), empty.tables().savePicture(picture, temp.resolve("empty.png")));
            assertEquals(Outcome.refused(refused), empty.tables().copyPicture(picture));
        }
    }

    /// How many disclosures are logged whose line holds all of these.
    private long logged(String... parts) {
        var lines = new ArrayList<String>();
        office.journal().list(1, line -> lines.add(line.canonicalText())).orThrow();
        return lines.stream()
                .filter(line -> line.contains("DISCLOSURE"))
                .filter(line -> Stream.of(parts).allMatch(line::contains))
                .count();
    }

    @Test
    void another_ending_and_a_place_in_the_vault_are_refused_and_every_table_is_logged() {
        for (var place : List.of(folder.resolve("threats.pdf"), folder.resolve("vault/threats.xlsx"), folder.resolve("no/threats.csv")))
            assertInstanceOf(Outcome.Refused.class, office.tables().save(shown("EMS-0002"), place), place.toString());
        office.tables().save(shown("EMS-0002"), folder.resolve("logged.xlsx")).orThrow();
        assertTrue(logged("\"table\":\"Threats\"", "\"rows\":1") > 0);
    }
}
