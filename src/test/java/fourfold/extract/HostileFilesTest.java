package fourfold.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fourfold.core.disruption.Disruption;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that nobody should ever send.
class HostileFilesTest {

    private static final String ACTIONS = "Action ref,Threat ref,4P,Title,Owner,Due,Status,Result\r\n";
    private static final String THREATS = "Threat ref,Name,Threat kind,Owning agency\n";

    private static Gathered<Threat> threats(String text) {
        return threats(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Gathered<Threat> threats(byte[] bytes) {
        return Gathered.from(ExtractTable.THREATS, ExtractSource.of("threats.csv", bytes), ThreatRefs.any());
    }

    private static Gathered<Action> actions(String text) {
        return Gathered.from(
                ExtractTable.ACTIONS,
                ExtractSource.of("actions.csv", text.getBytes(StandardCharsets.UTF_8)),
                ThreatRefs.any());
    }

    private static void refusedFor(Finding.Code code, Gathered<?> found) {
        assertEquals(List.of(), found.good);
        assertEquals(List.of(code), found.rejected.stream().map(Finding::code).toList());
        assertTrue(found.rejected.getFirst().sentence().matches("[^\\n]{10,300}\\."), found.rejected.getFirst().sentence());
    }

    @Test
    void anEmptyFileIsRefusedInOneSentence() {
        refusedFor(Finding.Code.EMPTY_FILE, threats(""));
        refusedFor(Finding.Code.EMPTY_FILE, threats("\r\n\r\n"));
        refusedFor(Finding.Code.EMPTY_FILE, threats("\uFEFF"));
    }

    @Test
    void aFileWithoutHeaderIsRefused() {
        refusedFor(Finding.Code.NO_HEADER, threats("EMS-1,Op One,SOC vulnerability,EMSOU\n"));
    }

    @Test
    void aHeaderAloneIsNoFault() {
        var found = threats(THREATS);
        assertEquals(List.of(), found.rejected);
        assertEquals(List.of(), found.good);
    }

    @Test
    void aHeaderAloneThatLacksAMandatoryColumnIsStillListed() {
        refusedFor(Finding.Code.MISSING_COLUMN, threats("Threat ref,Name,Threat kind\n"));
    }

    @Test
    void aColumnThatStandsTwiceIsRefusedWhateverItsCase() {
        refusedFor(Finding.Code.DUPLICATE_COLUMN, threats("Threat ref,Name,Threat kind,Owning agency, THREAT  ref\na,b,c,d,e\n"));
    }

    @Test
    void columnsAreFoundInAnyOrderAndCase() {
        var found = threats(" owning AGENCY ,threat kind,NAME,\"Threat Ref\"\nEMSOU,soc vulnerability,Op One,EMS-1\n");
        assertEquals(List.of(), found.rejected);
        assertEquals("Op One", found.good.getFirst().value().get(Threat.NAME));
        assertEquals("EMS-1", found.good.getFirst().ref());
        assertTrue(found.warnings.stream().anyMatch(w -> w.code() == Finding.Code.BLANK_COLUMNS));
    }

    @Test
    void aMillionColumnsAreRefusedWithoutHoldingThem() {
        var header = "column,".repeat(1_000_000) + "Threat ref\n" + "x,".repeat(1_000_000) + "y\n";
        refusedFor(Finding.Code.TOO_MANY_COLUMNS, threats(header));
    }

    @Test
    void aRecordOfAMillionCellsIsListedAndTheNextIsTaken() {
        var found = threats(THREATS + "x,".repeat(1_000_000) + "y\nEMS-1,Op One,SOC vulnerability,EMSOU\n");
        assertEquals(List.of(Finding.Code.CELL_COUNT), found.rejected.stream().map(Finding::code).toList());
        assertEquals("1000001", found.rejected.getFirst().value());
        assertEquals(List.of(3), found.good.stream().map(CheckedRow::record).toList());
    }

    @Test
    void zeroBytesAreRefused() {
        refusedFor(Finding.Code.NOT_TEXT, threats(THREATS + "EMS-1,Op\0One,SOC vulnerability,EMSOU\n"));
    }

    @Test
    void binaryJunkIsRefused() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            var junk = new byte[1 + random.nextInt(20_000)];
            random.nextBytes(junk);
            var found = threats(junk);
            assertEquals(List.of(), found.good, "seed " + seed);
            assertEquals(1, found.rejected.size(), "seed " + seed);
        }
    }

    @Test
    void otherKindsOfFileAreNamed() {
        var workbook = threats("PK\u0003\u0004 and so on");
        refusedFor(Finding.Code.NOT_TEXT, workbook);
        assertTrue(workbook.rejected.getFirst().reason().contains("Excel"));
        refusedFor(Finding.Code.NOT_TEXT, threats("%PDF-1.7\n"));
    }

    @Test
    void bytesThatNoEncodingHasAreRefused() {
        var bytes = (THREATS + "EMS-1,Op ?,SOC vulnerability,EMSOU\n").getBytes(StandardCharsets.US_ASCII);
        bytes[Bytes.indexOf(bytes, (byte) '?')] = (byte) 0x81;
        refusedFor(Finding.Code.NOT_TEXT, threats(bytes));
    }

    @Test
    void aFileThatIsNearlyUtf8IsReadAndTheDoubtIsTold() {
        var bytes = (THREATS + "EMS-1,Op Café ?,SOC vulnerability,EMSOU\n").getBytes(StandardCharsets.UTF_8);
        bytes[Bytes.indexOf(bytes, (byte) '?')] = (byte) 0xA3;
        var found = threats(bytes);
        assertEquals("Op CafÃ© £", found.good.getFirst().value().get(Threat.NAME));
        assertTrue(found.warnings.stream().anyMatch(w -> w.code() == Finding.Code.ENCODING_DOUBTFUL));
    }

    @Test
    void utf16WithItsMarkIsReadAndWithoutItIsRefused() {
        var text = THREATS.replace(',', '\t') + "EMS-1\tOp Café\tSOC vulnerability\tEMSOU\n";
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var found = threats(("\uFEFF" + text).getBytes(charset));
            assertEquals(List.of(), found.rejected);
            assertEquals("Op Café", found.good.getFirst().value().get(Threat.NAME));
            refusedFor(Finding.Code.NOT_TEXT, threats(text.getBytes(charset)));
        }
    }

    @Test
    void aQuotationMarkThatIsNeverClosedRefusesTheFileAndSaysWhere() {
        var found = threats(THREATS + "EMS-1,Op One,SOC vulnerability,EMSOU\nEMS-2,\"Op Two,SOC vulnerability,EMSOU\nEMS-3,a,b,c\n");
        refusedFor(Finding.Code.UNCLOSED_QUOTE, found);
        assertEquals(3, found.rejected.getFirst().record());
        assertEquals(3, found.rejected.getFirst().line());
    }

    @Test
    void millionsOfQuotationMarksAreOneLongCell() {
        var found = threats(THREATS + "EMS-1,\"" + "\"\"".repeat(5_000_000) + "\",b,c\nEMS-2,Op Two,SOC vulnerability,EMSOU\n");
        assertEquals(List.of(Finding.Code.CELL_TOO_LONG), found.rejected.stream().map(Finding::code).toList());
        assertEquals("Name", found.rejected.getFirst().column());
        assertTrue(found.rejected.getFirst().reason().contains("5,000,000"));
        assertEquals(1, found.good.size());
        refusedFor(Finding.Code.UNCLOSED_QUOTE, threats(THREATS + "\"".repeat(5_000_001)));
    }

    @Test
    void aCellOfMillionsOfLinesIsPassedAndLinesAreStillRight() {
        var found = threats(THREATS + "EMS-1,\"" + "a\r\n".repeat(1_000_000) + "\",b,c\nEMS-2,Op Two,SOC vulnerability,EMSOU\n");
        assertEquals(List.of(Finding.Code.CELL_TOO_LONG), found.rejected.stream().map(Finding::code).toList());
        assertEquals(1_000_003, found.good.getFirst().line());
        assertEquals(3, found.good.getFirst().record());
    }

    @Test
    void aCellOfExactlyTheLimitIsKeptWhole() {
        var row = "ACT-1,EMS-1,Pursue,Title,Owner,,Done,";
        var found = actions(ACTIONS + row + "x".repeat(65_536) + "\r\n" + row.replace("ACT-1", "ACT-2") + "x".repeat(65_537));
        assertEquals(65_536, found.good.getFirst().value().print(Action.RESULT).length());
        assertEquals(List.of(Finding.Code.CELL_TOO_LONG), found.rejected.stream().map(Finding::code).toList());
    }

    @Test
    void textAfterAClosingQuotationMarkIsListedAndNotGuessed() {
        var found = threats(THREATS + "EMS-1,\"Op\" One,SOC vulnerability,EMSOU\nEMS-2,Op \"Two\",SOC vulnerability,EMSOU\n");
        assertEquals(List.of(Finding.Code.STRAY_QUOTE), found.rejected.stream().map(Finding::code).toList());
        assertEquals("Op \"Two\"", found.good.getFirst().value().get(Threat.NAME));
    }

    @Test
    void blankLinesAreCountedAndNothingElse() {
        var found = threats("\n" + THREATS + "\nEMS-1,Op One,SOC vulnerability,EMSOU\r\r\nEMS-2,Op Two,SOC vulnerability,EMSOU");
        assertEquals(List.of(), found.rejected);
        assertEquals(List.of(4, 6), found.good.stream().map(CheckedRow::record).toList());
    }

    @Test
    void linesMayEndWithCarriageReturnsAlone() {
        var found = threats(THREATS.replace('\n', '\r') + "EMS-1,Op One,SOC vulnerability,EMSOU\rEMS-2,Op Two,SOC vulnerability,EMSOU\r");
        assertEquals(List.of(2L, 3L), found.good.stream().map(CheckedRow::line).toList());
    }

    @Test
    void aPlanActionOrMeetingOfAnUnknownThreatIsRejectedAndTheThreatNamed() {
        ThreatRefs onlyOne = ref -> ref.equals("EMS-1") ? ThreatRefs.any().find(ref) : null;
        var plans = Gathered.from(
                ExtractTable.PLANS,
                ExtractSource.of("plans.csv", "Threat ref,Plan state\nEMS-1,Draft\nEMS-2,Draft\n".getBytes(StandardCharsets.UTF_8)),
                onlyOne);
        assertEquals(Plan.idFor(ThreatRefs.any().find("EMS-1")), plans.good.getFirst().value().id());
        assertEquals(ThreatRefs.any().find("EMS-1"), plans.good.getFirst().value().get(Plan.THREAT));
        refusedFor(Finding.Code.UNKNOWN_THREAT, without(plans));
        var meetings = Gathered.from(
                ExtractTable.MEETINGS,
                ExtractSource.of(
                        "meetings.csv",
                        "Meeting ref,Date,Status,Threat refs\nM1,2022-01-01,Held,EMS-1; EMS-2;EMS-3\n"
                                .getBytes(StandardCharsets.UTF_8)),
                onlyOne);
        refusedFor(Finding.Code.UNKNOWN_THREAT, meetings);
        assertTrue(meetings.rejected.getFirst().reason().contains("EMS-2, EMS-3"));
    }

    private static Gathered<Plan> without(Gathered<Plan> found) {
        found.good.clear();
        return found;
    }

    @Test
    void aRecordWithSeveralFaultsComesOnceAndNamesThemAll() {
        var found = actions(ACTIONS + "ACT-1,,Pursuit,Title,Owner,2022-02-30,Done,\n");
        assertEquals(1, found.rejected.size());
        var reason = found.rejected.getFirst().reason();
        assertTrue(reason.contains("Pursuit") && reason.contains("February 2022 has 28 days"), reason);
    }

    @Test
    void aSecondPlanOfAThreatAndARefInAnotherCaseAreDuplicates() {
        var found = threats(THREATS + "EMS-1,Op One,SOC vulnerability,EMSOU\nems-1 ,Op Two,SOC vulnerability,EMSOU\n");
        assertEquals(List.of(Finding.Code.DUPLICATE_CONFLICT), found.rejected.stream().map(Finding::code).toList());
    }

    @Test
    void aMissingFileAndAFolderAreRefused(@TempDir Path folder) {
        for (var path : List.of(folder.resolve("nothing.csv"), folder)) {
            var found = Gathered.from(ExtractTable.THREATS, ExtractSource.of(path), ThreatRefs.any());
            refusedFor(Finding.Code.UNREADABLE_FILE, found);
        }
    }

    @Test
    void readingStopsWhenItIsToldTo() {
        var bytes = (THREATS + "EMS-1,Op One,SOC vulnerability,EMSOU\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        var told = new AtomicInteger();
        var summary = ExtractReader.read(
                ExtractTable.THREATS,
                ExtractSource.of("threats.csv", bytes),
                ThreatRefs.any(),
                (done, total) -> told.incrementAndGet() < 5,
                new Gathered<>());
        assertTrue(summary.stopped());
        assertEquals(5, told.get());
    }

    @Test
    void progressRunsFromNothingToTheWhole() {
        var bytes = (THREATS + "EMS-1,Op One,SOC vulnerability,EMSOU\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        var last = new long[2];
        ExtractReader.read(
                ExtractTable.THREATS,
                ExtractSource.of("threats.csv", bytes),
                ThreatRefs.any(),
                (done, total) -> {
                    assertTrue(done >= last[0] && done <= total);
                    last[0] = done;
                    last[1] = total;
                    return true;
                },
                new Gathered<>());
        assertTrue(last[0] > last[1] * 9 / 10);
    }

    @Test
    void hundredsOfThousandsOfRowsStreamThroughLittleMemory() {
        var source = new Endless("""
                Disruption ref,Threat ref,Disruption type,Event date,Record date,Primary 4P,Assessment Category,Summary
                """, n -> "D-" + n + ",EMS-1,Lead Disruption,2022-01-01,2022-01-02,Pursue,Minor,\"" + "text ".repeat(40) + "\"\n",
                200_000);
        var count = new AtomicInteger();
        var summary = ExtractReader.read(ExtractTable.DISRUPTIONS, source, ThreatRefs.any(), ExtractProgress.unwatched(),
                new ExtractSink<Disruption>() {
                    @Override
                    public void good(CheckedRow<Disruption> row) {
                        count.incrementAndGet();
                    }

                    @Override
                    public void rejected(Finding finding) {
                        throw new AssertionError(finding.sentence());
                    }

                    @Override
                    public void warning(Finding finding) {
                        assertEquals(Finding.Code.BLANK_COLUMNS, finding.code());
                    }
                });
        assertEquals(200_000, count.get());
        assertEquals(200_000, summary.good());
        assertFalse(summary.stopped());
    }

    /// A long file that is never in memory.
    private record Endless(String header, IntFunction<String> row, int rows) implements ExtractSource {
        @Override
        public String name() {
            return "long.csv";
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private byte[] now = header.getBytes(StandardCharsets.UTF_8);
                private int at;
                private int next;

                @Override
                public int read() {
                    var one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0];
                }

                @Override
                public int read(byte[] buffer, int offset, int length) {
                    if (at == now.length) {
                        if (next == rows) return -1;
                        now = row.apply(next++).getBytes(StandardCharsets.UTF_8);
                        at = 0;
                    }
                    int count = Math.min(length, now.length - at);
                    System.arraycopy(now, at, buffer, offset, count);
                    at += count;
                    return count;
                }
            };
        }
    }

    @Test
    void theGuardAndTheParserAgreeOnAnyTextHoweverItArrives() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = "h1,h2,h3\n" + soup(random);
            if (guarded(text, random).equals(unguarded(text))) compared++;
            else assertTrue(isDamaged(text, random), "seed " + seed + " " + text);
        }
        assertTrue(compared > 2_000, "seed " + seed);
    }

    private static String soup(Random random) {
        var pieces = List.of("\"", "\"", "\"\"", ",", ",", "\r", "\n", "\r\n", "a", "b ", "\"x, y\"", "\"q\"\"q\"", ",\"\r\n\",");
        var text = new StringBuilder();
        int length = random.nextInt(20);
        for (int k = 0; k < length; k++) text.append(pieces.get(random.nextInt(pieces.size())));
        return text.toString();
    }

    private static List<List<String>> guarded(String text, Random random) throws IOException {
        var all = new ArrayList<List<String>>();
        try (var records = new RecordReader(new Trickle(text, random), ',')) {
            for (var record = records.next(); record != null; record = records.next()) {
                assertEquals(Math.min(3, record.facts().cells()), record.cells().size());
                all.add(record.cells());
            }
        }
        return all;
    }

    @SuppressWarnings("removal") // the same lenience as the reader under test
    private static List<List<String>> unguarded(String text) {
        return CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text).stream()
                .map(CsvRecord::getFields)
                .toList();
    }

    /// Whether the guard has reason to give something else than the parser alone.
    private static boolean isDamaged(String text, Random random) throws IOException {
        try (var records = new RecordReader(new Trickle(text, random), ',')) {
            for (var record = records.next(); record != null; record = records.next()) {
                var facts = record.facts();
                if (facts.cells() > 3 || facts.strayCell() >= 0 || facts.open()) return true;
            }
        }
        return false;
    }

    /// Gives a text a few characters at a time.
    private static final class Trickle extends StringReader {
        private final Random random;

        Trickle(String text, Random random) {
            super(text);
            this.random = random;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(3)));
        }
    }

    private static final class Bytes {
        static int indexOf(byte[] bytes, byte wanted) {
            for (int i = 0; i < bytes.length; i++) if (bytes[i] == wanted) return i;
            throw new AssertionError("not in " + Arrays.toString(bytes));
        }
    }
}
