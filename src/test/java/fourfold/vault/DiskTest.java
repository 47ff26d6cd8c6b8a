package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fourfold.vault.Disk.Access;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DiskTest {

    @TempDir
    Path folder;

    private static byte[] filled(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static List<Disk> both(Path folder) throws IOException {
        var simulated = new SimulatedDisk();
        simulated.makeFolder(folder);
        return List.of(new LocalDisk(), simulated);
    }

    @Test
    void the_simulated_disk_behaves_as_the_local_one() throws IOException {
        for (var disk : both(folder)) {
            var inner = folder.resolve("a").resolve("b");
            disk.makeFolder(inner);
            var file = inner.resolve("f");
            assertFalse(disk.exists(file));
            assertThrows(IOException.class, () -> disk.open(file, Access.READ));
            try (var open = disk.open(file, Access.WRITE)) {
                open.append(new byte[] {1, 2, 3});
                open.append(new byte[] {4, 5});
                open.truncate(4);
                open.force();
                assertEquals(4, open.size());
                assertArrayEquals(new byte[] {2, 3, 4}, open.read(1, 3));
                assertThrows(IOException.class, () -> open.read(1, 4));
            }
            assertThrows(IOException.class, () -> disk.open(file, Access.CREATE));
            disk.replace(file, new byte[] {9});
            assertArrayEquals(new byte[] {9}, disk.read(file, 10));
            assertThrows(IOException.class, () -> disk.read(file, 0));
            assertEquals(List.of(file), disk.list(inner));
            disk.move(file, inner.resolve("g"));
            assertEquals(List.of(inner.resolve("g")), disk.list(inner));
            assertTrue(disk.delete(inner.resolve("g")));
            assertFalse(disk.delete(inner.resolve("g")));
            assertTrue(disk.free(inner) > 0);
        }
    }

    @Test
    void a_new_file_takes_nobodys_name() throws IOException {
        for (var disk : both(folder)) {
            var file = folder.resolve("new");
            disk.create(file, new byte[] {1});
            assertThrows(FileAlreadyExistsException.class, () -> disk.create(file, new byte[] {2}));
            assertArrayEquals(new byte[] {1}, disk.read(file, 10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_small_file_is_there_whole_or_not_at_all_whichever_call_fails(FailingDisk.Failure failure) throws IOException {
        var before = filled(9, 1);
        var content = filled(5, 2);
        int failed = 0;
        for (int call = 1; call <= 7; call++) {
            var there = Files.write(folder.resolve("there" + call), before);
            var fresh = folder.resolve("fresh" + call);
            int at = call;
            if (fails(() -> new FailingDisk(new LocalDisk(), failure, at).replace(there, content))) {
                failed++;
                var now = Files.readAllBytes(there);
                assertTrue(Arrays.equals(before, now) || Arrays.equals(content, now), "call " + call);
            }
            assertFalse(Files.exists(folder.resolve("there" + call + ".new")), "call " + call);
            if (fails(() -> new FailingDisk(new LocalDisk(), failure, at).create(fresh, content))) failed++;
            if (Files.exists(fresh)) assertArrayEquals(content, Files.readAllBytes(fresh), "call " + call);
        }
        assertTrue(failed > 2, "only " + failed + " calls failed");
    }

    @Test
    void a_part_that_cannot_be_taken_away_is_told() {
        var file = folder.resolve("f");
        // the disk beneath sees the delete before, the opening, and the delete after the write that failed above it
        var disk = new FailingDisk(
                new FailingDisk(new LocalDisk(), FailingDisk.Failure.DENIED, 3), FailingDisk.Failure.INPUT_OUTPUT, 3);
        assertThrows(Disk.PartLeft.class, () -> disk.replace(file, new byte[] {1}));
        assertTrue(Files.exists(folder.resolve("f.new")));
        assertFalse(Files.exists(file));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static boolean fails(Writing writing) throws IOException {
        try {
            writing.run();
            return false;
        } catch (Disk.PartLeft left) {
            throw left;
        } catch (IOException expected) {
            return true;
        }
    }

    @Test
    void a_lock_is_held_once() throws IOException {
        for (var disk : both(folder)) {
            var file = folder.resolve("lock");
            var lock = disk.tryLock(file);
            assertNotNull(lock);
            assertNull(disk.tryLock(file));
            lock.close();
            var again = disk.tryLock(file);
            assertNotNull(again);
            again.close();
        }
    }

    @Test
    void only_the_owner_may_read_what_is_made() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var disk = new LocalDisk();
        var inner = folder.resolve("inner");
        disk.makeFolder(inner);
        disk.replace(inner.resolve("f"), new byte[1]);
        disk.open(inner.resolve("w"), Access.WRITE).close();
        var lock = disk.tryLock(inner.resolve("l"));
        assertNotNull(lock);
        lock.close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)));
        for (var file : disk.list(inner)) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void after_a_power_cut_a_replaced_file_is_old_or_new_and_whole() throws IOException {
        long seed = 4711;
        var random = new Random(seed);
        var file = folder.resolve("f");
        boolean sawOld = false;
        boolean sawNew = false;
        for (int trial = 0; trial < 2_000; trial++) {
            var disk = new SimulatedDisk();
            disk.makeFolder(folder);
            disk.replace(file, filled(3_000, 1));
            int calls = 1 + random.nextInt(8);
            var failing = new FailingDisk(disk, FailingDisk.Failure.INPUT_OUTPUT, calls);
            boolean acknowledged = false;
            try {
                failing.replace(file, filled(2_000, 2));
                acknowledged = true;
            } catch (IOException expected) {
                assertFalse(acknowledged);
            }
            var found = disk.powerCut(random).read(file, 10_000);
            boolean isNew = Arrays.equals(found, filled(2_000, 2));
            boolean isOld = Arrays.equals(found, filled(3_000, 1));
            assertTrue(isNew || (isOld && !acknowledged), "seed " + seed + " trial " + trial);
            sawOld |= isOld;
            sawNew |= isNew;
        }
        assertTrue(sawOld && sawNew);
    }

    @Test
    void a_power_cut_loses_or_tears_what_was_not_forced() throws IOException {
        long seed = 815;
        var random = new Random(seed);
        boolean lost = false;
        boolean torn = false;
        boolean nameless = false;
        for (int trial = 0; trial < 200; trial++) {
            var disk = new SimulatedDisk();
            disk.makeFolder(folder);
            var file = folder.resolve("f");
            var open = disk.open(file, Access.CREATE);
            open.append(filled(100, 1));
            open.force();
            if (trial % 2 == 0) disk.forceFolder(folder);
            open.append(filled(5_000, 2));
            var after = disk.powerCut(random);
            if (!after.exists(file)) {
                assertEquals(1, trial % 2);
                nameless = true;
                continue;
            }
            var found = after.read(file, 10_000);
            assertArrayEquals(filled(100, 1), Arrays.copyOf(found, 100));
            lost |= found.length == 100;
            torn |= found.length > 100 && found.length < 5_100;
        }
        assertTrue(lost && torn && nameless);
    }
}
