package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.JournalFault;
import fourfold.core.threat.Threat;
import fourfold.extract.ExampleRegion;
import fourfold.extract.ExtractTable;
import fourfold.journal.HookedDisk;
import fourfold.journal.Limits;
import fourfold.vault.Calibration;
import fourfold.vault.Disk;
import fourfold.vault.LocalDisk;
import fourfold.vault.Means;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.io.TempDir;

/// What a vault watches of itself: the room on its disk, the closed files of its journal, and what its snapshots know.
class UpkeepTest {

    @TempDir
    Path folder;

    private final TestVaults.HandClock clock = TestVaults.clock();

    /// A disk that says how much room it has.
    private static final class Roomy extends HookedDisk {
        private long free = 1L << 40;

        Roomy(Disk disk) {
            super(disk);
        }

        @Override
        public long free(Path any) {
            return free;
        }
    }

    private Surroundings on(Disk disk) {
        var usual = TestVaults.surroundings(clock);
        return new Surroundings(
                new Means(disk, clock::instant, Calibration.floor()), new Limits(16 << 10, 1 << 16), clock, usual.reference());
    }

    private Path vault() {
        return folder.resolve("vault");
    }

    private Outcome<Office> again(Surroundings surroundings) {
        return new VaultDesk(surroundings).approach(vault()).then(lobby -> lobby.unlock(
                        new Lobby.Unlock("X90001", TestVaults.PASSPHRASE.toCharArray(), false, Watch.nobody()))
                .then(office -> Outcome.done(office)));
    }

    private static void threat(Office office, String name) {
        office.threats()
                .create(new ThreatDesk.Create(
                        Editing.of(
                                        Threat.FIELDS,
                                        Map.of("name", name, "kind", "SOC vulnerability", "primaryArea", "Fraud", "masterList", "On list"),
                                        ThreatDesk.CLOSED_FIELDS)
                                .orThrow(),
                        ""))
                .orThrow();
    }

    private static void shut(Office office) {
        office.close();
        office.lobby().close();
    }

    @Test
    void littleRoomIsWarnedOfAndTooLittleTakesNoExtractIn() {
        var disk = new Roomy(new LocalDisk());
        var office = TestVaults.begin(vault(), on(disk), Role.LRO);
        assertEquals("", office.room().warning());
        assertTrue(office.room().require().isDone());
        disk.free = (1L << 30) - 1;
        assertEquals("The disk of the vault has less than 1 GB free; make room on it soon.", office.room().warning());
        assertTrue(office.room().require().isDone());
        disk.free = (300L << 20) - 1;
        var sources = Map.of("threats", ExampleRegion.of(ExtractTable.THREATS));
        var problem = assertInstanceOf(
                        Outcome.Refused.class, office.load().load(sources, false, Watch.nobody()))
                .problem();
        assertEquals(
                "The disk of the vault has less than 300 MB free; nothing can be loaded or imported until there is more.",
                problem.sentence());
        assertEquals(problem.sentence(), office.room().warning());
        assertEquals(0, office.register().list("threats", Map.of()).orThrow().size());
        assertTrue(office.load().load(sources, true, Watch.nobody()).isDone(), "looking takes no room");
        threat(office, "Kite");
        shut(office);
    }

    /// In thousandths of a second.
    @ParameterizedTest
    @CsvSource({"5, true, 100", "5, false, 10", "0, true, 0", "8, true, 150", "60, false, 120", "1000, false, 150"})
    void theCheckOfTheJournalRestsLongerWhileSomebodyUsesTheProgram(long worked, boolean inUse, long rests) {
        assertEquals(rests * 1_000_000, JournalCheck.rest(worked * 1_000_000, inUse));
    }

    @Test
    void aFlippedByteInAClosedSegmentStopsSavingNowAndAtTheNextStart() throws IOException {
        var surroundings = on(new LocalDisk());
        var office = TestVaults.begin(vault(), surroundings, Role.LRO);
        for (int i = 0; !Files.exists(vault().resolve("journal/00000003")); i++) threat(office, "Kite " + i);
        office.journal().check().run(() -> false);
        var last = office.journal().check().last().orElseThrow();
        assertEquals(new JournalCheck.Last(clock.instant(), last.positions(), ""), last);
        shut(office);

        office = again(surroundings).orThrow();
        assertEquals(Optional.of(last), office.journal().check().last());
        shut(office);
        flip(vault().resolve("journal/00000001"));

        office = again(surroundings).orThrow();
        threat(office, "Before the check");
        var check = office.journal().check();
        var fault = assertThrows(JournalFault.class, () -> check.run(() -> true));
        assertTrue(
                fault.sentence().matches("The journal is damaged: file 00000001 cannot be read at byte \\d+, entry position \\d+;"
                        + " nothing more is saved until the vault is restored from a backup\\."),
                fault.sentence());
        refusesToSave(office, fault.sentence());
        shut(office);

        office = again(surroundings).orThrow();
        refusesToSave(office, fault.sentence());
        shut(office);

        flip(vault().resolve("journal/00000001"));
        office = again(surroundings).orThrow();
        office.journal().check().run(() -> false);
        threat(office, "Whole again");
        shut(office);
    }

    private static void refusesToSave(Office office, String sentence) {
        var refused = assertThrows(JournalFault.class, () -> threat(office, "After the alarm"));
        assertEquals(JournalFault.Trouble.DAMAGED, refused.trouble());
        assertEquals(sentence, refused.sentence());
        assertTrue(office.register().list("threats", Map.of()).isDone());
    }

    private static void flip(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void aJournalShorterThanASnapshotKnowsIsNotOpened() throws IOException {
        var surroundings = on(new LocalDisk());
        shut(TestVaults.begin(vault(), surroundings, Role.LRO));
        var snapshots = vault().resolve("snap");
        Path snapshot;
        try (var files = Files.list(snapshots)) {
            snapshot = files.findFirst().orElseThrow();
        }
        var name = String.valueOf(snapshot.getFileName());
        long head = Long.parseLong(name.replaceFirst("\\.backup$", "").replaceFirst(".*-", ""));
        var office = again(surroundings).orThrow();
        assertTrue(head > 0);
        shut(office);
        // as if all but the snapshot had been put back to an earlier day
        Files.move(snapshot, snapshots.resolve(name.replace("-" + head + ".", "-" + (head + 1000) + ".")));
        var problem = assertInstanceOf(Outcome.Refused.class, again(surroundings)).problem();
        assertInstanceOf(Problem.Damaged.class, problem);
        assertTrue(
                problem.sentence().startsWith("The journal has been cut: the snapshot of 21 June 2022 knows of position "
                        + (head + 1000)),
                problem.sentence());
    }
}
