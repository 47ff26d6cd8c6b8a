package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.audit.Audit;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.settings.Settings;
import fourfold.core.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What administrators and senders need of the desks beside the main job, on two real vaults.
final class AdministrationTest {

    @TempDir
    static Path folder;

    private static TestVaults.HandClock clock;
    private static Office office;
    private static Office other;

    @BeforeAll
    static void open() {
        clock = TestVaults.clock();
        var surroundings = TestVaults.surroundings(clock);
        office = TestVaults.begin(folder.resolve("emsou"), surroundings, Role.LRO, Role.SUPERVISOR);
        TestVaults.loadExample(office);
        other = new VaultDesk(surroundings)
                .begin(new VaultDesk.Begin(
                        folder.resolve("derbyshire"),
                        "Derbyshire",
                        "Y1",
                        "Administrator",
                        EnumSet.of(Role.ADMINISTRATOR, Role.LRO),
                        TestVaults.PASSPHRASE.toCharArray()))
                .orThrow()
                .office();
        var certificate = other.trust().export(folder.resolve("derbyshire.asc")).orThrow();
        office.trust().trust("Derbyshire", certificate, false).orThrow();
    }

    @AfterAll
    static void close() {
        office.close();
        other.close();
        office.lobby().close();
        other.lobby().close();
    }

    @Test
    void aPackageIsLookedAtByWhoWroteItAndRefusedWhenOneByteDiffers() throws IOException {
        other.trust().trust("EMSOU", office.trust().export(folder.resolve("emsou.asc")).orThrow(), false).orThrow();
        var threat = office.register().list("threats", Map.of()).orThrow().objects().get().getFirst();
        var id = Id.<Threat>named(Threat.FIELDS.kind(), threat.get("ref").text());
        var wish = new PacketDesk.Wish("Derbyshire", "Joint work on one threat", Set.of(id), false, Map.of());
        var written = office.packets().write(wish, folder, Watch.nobody()).orThrow().getFirst();

        var verdict = assertInstanceOf(PackageVerdict.Sound.class, other.packets().verify(written.file()));
        assertEquals("EMSOU", verdict.says().from());
        assertEquals(written.sha256(), verdict.sha256());
        assertEquals(written.entries(), verdict.says().entries());
        assertFalse(verdict.fromUs());

        var bytes = Files.readAllBytes(written.file());
        bytes[bytes.length / 2] ^= 1;
        var changed = Files.write(folder.resolve("changed.gpg"), bytes);
        assertInstanceOf(PackageVerdict.Refused.class, other.packets().verify(changed));
    }

    @Test
    void handlingInstructionsAreAskedForUntilTheyAreAnswered() {
        var threat = office.threats().open(firstRef()).orThrow();
        var edited = office.threats()
                .edit(new ThreatDesk.Edit(
                        threat.seen(),
                        new Editing<>(List.of(new Field.Slot<>(Threat.HANDLING, "Ask the originator first."))),
                        "Asked for by the originator"))
                .orThrow();
        var everything = new PacketDesk.Wish("Derbyshire", "Joint work", Set.of(), true, Map.of());
        var asked = office.packets().handling(everything).orThrow();
        assertEquals(List.of("Ask the originator first."), asked.stream().map(PacketDesk.Handling::instructions).toList());
        assertFalse(office.packets().preview(everything).orThrow().withheld().isEmpty());

        var answered = new PacketDesk.Wish(
                "Derbyshire", "Joint work", Set.of(), true, Map.of(edited.record().id(), "The originator agreed by telephone."));
        assertTrue(office.packets().preview(answered).orThrow().withheld().isEmpty());
        assertEquals(1, office.packets().handling(everything).orThrow().size());
    }

    private static String firstRef() {
        return office.register().list("threats", Map.of()).orThrow().objects().get().getLast().get("ref").text();
    }

    @Test
    void aFolderThatIsNotThereTakesNoPackageNumber() {
        var wish = new PacketDesk.Wish("Derbyshire", "Joint work", Set.of(), true, Map.of());
        long next = office.packets().preview(wish).orThrow().number();
        var missing = folder.resolve("missing");
        assertEquals(
                "The folder " + missing + " is not there; choose another.",
                refusal(office.packets().write(wish, missing, Watch.nobody())).sentence());
        assertEquals(next, office.packets().preview(wish).orThrow().number());
    }

    @Test
    void readingTheHistoryOfARecordIsAConsultationOfItOnceInTenMinutes() {
        var id = Id.<Threat>named(Threat.FIELDS.kind(), firstRef());
        long before = consultations(id);
        clock.forward(Duration.ofMinutes(11));
        office.history().timeline(Threat.FIELDS, id).orThrow();
        assertEquals(before + 1, consultations(id));
        var steps = office.history().timeline("threat", id.value()).orThrow();
        office.history().compare("threat", id.value(), 1, steps.getFirst().position()).orThrow();
        assertEquals(before + 1, consultations(id));
        clock.forward(Duration.ofMinutes(11));
        office.history().version(Threat.FIELDS, id, steps.getFirst().position()).orThrow();
        assertEquals(before + 2, consultations(id));
    }

    private static long consultations(Id<Threat> id) {
        var lines = new ArrayList<Json.Members>();
        office.journal().list(1, lines::add).orThrow();
        return lines.stream()
                .filter(line -> line.get("audit").equals(Json.of(Audit.Kind.CONSULTATION.name()))
                        && line.get("details").members().get("record").equals(Json.of(id.value().toString())))
                .count();
    }

    @Test
    void extractsAreRecognisedByTheirHeaders() throws IOException {
        var extracts = Files.createDirectories(folder.resolve("extracts"));
        for (var source : TestVaults.example().entrySet())
            try (var in = source.getValue().open()) {
                Files.write(extracts.resolve("sheet-" + source.getKey().charAt(0) + source.getKey().length() + ".csv"), in.readAllBytes());
            }
        var found = office.load().recognise(List.of(extracts)).orThrow();
        assertEquals(Set.copyOf(RegisterDesk.tables()), found.keySet());
        assertEquals("sheet-t7.csv", String.valueOf(found.get("threats").getFileName()));

        var letter = Files.writeString(folder.resolve("letter.csv"), "Dear colleague,\nsee below.\n");
        assertTrue(refusal(office.load().recognise(List.of(letter))).sentence().contains("letter.csv is no extract"));
        var twice = Files.copy(found.get("threats"), folder.resolve("again.csv"));
        assertTrue(refusal(office.load().recognise(List.of(extracts, twice))).sentence().contains("both hold threats"));
    }

    @Test
    void aListOfRejectedRowsHoldsNoFormula() {
        var note = new LoadDesk.Note("a.csv", "WRONG", 4, 5, "Tier", "=1+1 is \"no\" tier.");
        assertEquals("File,Record,Line,Column,Reason\r\na.csv,4,5,Tier,\"'=1+1 is \"\"no\"\" tier.\"\r\n", LoadDesk.table(List.of(note)));
    }

    @Test
    void aListOfRejectedRowsQuotesThemAndIsItsOwnersOnly() throws Exception {
        var note = new LoadDesk.Note("a.csv", "WRONG", 4, 5, "Tier", "No tier.");
        var file = office.load().save(List.of(note), folder.resolve("notes.csv")).orThrow();
        assertEquals(LoadDesk.table(List.of(note)), Files.readString(file));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        var inside = folder.resolve("emsou/notes.csv");
        assertTrue(refusal(office.load().save(List.of(note), inside)).sentence().contains("outside the vault"));
        assertTrue(Files.notExists(inside));
    }

    @Test
    void aSettingThatNobodyCouldLiveWithIsRefused() {
        var idle = new Editing<Settings>(List.of(new Field.Slot<>(Settings.IDLE_MINUTES, 0L)));
        assertEquals(
                "Minutes until an idle vault locks must lie between 1 and 60.",
                refusal(office.settings().change(idle, "")).sentence());
        assertEquals(5, office.settings().settings().idleMinutes());
    }

    private static Problem refusal(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem();
    }
}
