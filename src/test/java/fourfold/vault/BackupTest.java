package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("goal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BackupTest {

    private static final Path FILE = Path.of("/backups/soc.backup").toAbsolutePath();
    private static final Path NEW_ROOT = Path.of("/vaults/restored").toAbsolutePath();

    private final Bench bench = new Bench();
    private OpenVault open;
    private byte[] backup = {};

    @BeforeAll
    void backUp() throws IOException {
        open = bench.found().vault();
        var folder = open.folder();
        bench.disk.makeFolder(FILE.getParent());
        bench.disk.replace(folder.journal().resolve("00000001"), new byte[200_000]);
        bench.disk.makeFolder(folder.attachments().resolve("ab"));
        bench.disk.replace(folder.attachments().resolve("ab").resolve("abcdef"), new byte[] {7});
        bench.disk.replace(folder.db().resolve("store.mv.db"), new byte[10]);
        var made = Backup.write(open, FILE).orThrow();
        assertTrue(made.bytes() > 200_000);
        backup = bench.disk.read(FILE, 10 << 20);
    }

    private static SimulatedDisk with(byte[] backup) throws IOException {
        var disk = new SimulatedDisk();
        disk.makeFolder(FILE.getParent());
        disk.replace(FILE, backup);
        return disk;
    }

    @Test
    void a_full_disk_of_the_backup_is_not_taken_for_that_of_the_vault() throws IOException {
        var disk = bench.disk.copy();
        assertEquals(
                "The backup could not be written to " + FILE + ": its disk is full.",
                Bench.sentence(Backup.write(on(new FailingDisk(disk, FailingDisk.Failure.NO_SPACE, 1), disk), FILE)));
        assertArrayEquals(backup, disk.read(FILE, 10 << 20));
    }

    @Test
    void a_backup_restores_to_the_same_vault_under_another_copy() throws IOException {
        var other = new Bench(with(backup));
        assertEquals(
                "The passphrase is wrong.",
                Bench.sentence(Backup.restore(other.means(), FILE, NEW_ROOT, "EM1234", Bench.pass("wrong one"))));
        assertEquals(
                "There is no EM9 in this backup.",
                Bench.sentence(Backup.restore(other.means(), FILE, NEW_ROOT, "EM9", Bench.pass(Bench.PASS))));
        assertFalse(other.disk.exists(NEW_ROOT));
        Backup.restore(other.means(), FILE, NEW_ROOT, "em1234", Bench.pass(Bench.PASS)).orThrow();
        var restored = Vault.open(other.means(), NEW_ROOT)
                .orThrow()
                .unlock("EM1234", Bench.pass(Bench.PASS))
                .orThrow();
        assertEquals(open.id(), restored.id());
        assertNotEquals(open.copy(), restored.copy());
        assertArrayEquals(open.keys().seal(), restored.keys().seal());
        var folder = restored.folder();
        assertEquals(200_000, other.disk.size(folder.journal().resolve("00000001")));
        assertArrayEquals(
                new byte[] {7}, other.disk.read(folder.attachments().resolve("ab").resolve("abcdef"), 10));
        assertTrue(other.disk.list(folder.db()).isEmpty());
        assertTrue(Bench.sentence(
                        Backup.restore(other.means(), FILE, NEW_ROOT, "EM1234", Bench.pass(Bench.PASS)))
                .contains("is not empty"));
    }

    @Test
    void a_damaged_backup_is_refused_and_leaves_no_vault() throws IOException {
        try (var trials = Trials.of(Goal.G_4, "damaged backups", 12, 2_000)) {
            for (long seed : trials) {
                var random = new Random(seed);
                var bytes = backup.clone();
                int at = seed % 12 == 0 ? bytes.length - 1 : random.nextInt(bytes.length);
                if (seed % 3 == 2) bytes = Arrays.copyOf(bytes, at);
                else bytes[at] ^= (byte) (1 << random.nextInt(8));
                var other = new Bench(with(bytes));
                var outcome = Backup.restore(other.means(), FILE, NEW_ROOT, "EM1234", Bench.pass(Bench.PASS));
                if (outcome.isDone()) continue; // a slot in the clear part may be damaged while its copy does
                assertFalse(Vault.open(other.means(), NEW_ROOT).isDone(), "seed " + seed);
            }
        }
    }

    @Test
    void a_backup_that_cannot_be_written_leaves_the_earlier_one() throws IOException {
        try (var trials = Trials.all(Goal.G_3, "a backup, each fourth of 60 calls of the disk", 15)) {
            for (int n = 1; n < 60; n += 4) {
                stoppedAt(n);
                trials.passed(1);
            }
        }
    }

    private void stoppedAt(int n) throws IOException {
        var disk = bench.disk.copy();
        var failing = new FailingDisk(disk, FailingDisk.Failure.INPUT_OUTPUT, n);
        var outcome = Backup.write(on(failing, disk), FILE);
        if (!outcome.isDone()) assertArrayEquals(backup, disk.read(FILE, 10 << 20), "call " + n);
    }

    /// The vault as it is on that disk, of which the first may fail.
    private OpenVault on(Disk failing, SimulatedDisk disk) throws IOException {
        var folder = new VaultFolder(Bench.ROOT);
        var charter = Charter.read(disk.read(folder.charter(), 100_000));
        var lock = disk.tryLock(folder.lock());
        assertTrue(lock != null);
        var vault = new Vault(bench.means(failing), folder, lock, charter);
        return new OpenVault(vault, open.keys(), open.signer(), open.own(), List.of());
    }
}
