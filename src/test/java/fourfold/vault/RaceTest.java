package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two real processes, one vault, never two writers.
@Tag("goal")
final class RaceTest {

    @TempDir
    Path folder;

    private Path madeVault() {
        var root = folder.resolve("vault");
        var means = new Means(new LocalDisk(), InstantSource.system(), Calibration.floor());
        var founded = Vault.create(means, root, Bench.founding("EMSOU"), Bench.pass(Bench.PASS));
        founded.orThrow().vault().vault().close();
        return root;
    }

    private static Process racer(Path root) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Racer.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void say(Process process, String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    @Test
    void of_two_processes_only_one_ever_has_the_vault() throws Exception {
        var root = madeVault();
        var racers = new ArrayList<Process>();
        try (var trials = Trials.of(Goal.G_11, "two processes open one vault", 10, 500)) {
            racers.add(racer(root));
            racers.add(racer(root));
            var readers = racers.stream().map(RaceTest::reader).toList();
            for (var reader : readers) assertEquals("ready", reader.readLine());
            for (long race : trials) {
                for (var racer : racers) say(racer, "open");
                var answers = new ArrayList<String>();
                for (var reader : readers) answers.add(reader.readLine());
                assertEquals(1, answers.stream().filter("open"::equals).count(), "race " + race + " " + answers);
                var told = answers.stream().filter(a -> !a.equals("open")).findFirst().orElseThrow();
                assertTrue(told.startsWith("after ") && told.contains(" is in use by "), told);
                assertTrue(Long.parseLong(told.split(" ", 3)[1]) < 2_000, told);
                for (var racer : racers) say(racer, "close");
                for (var reader : readers) assertEquals("closed", reader.readLine());
            }
        } finally {
            racers.forEach(Process::destroy);
        }
    }

    @Test
    void a_killed_holder_leaves_the_vault_free() throws Exception {
        var root = madeVault();
        var first = racer(root);
        try (var reader = reader(first)) {
            assertEquals("ready", reader.readLine());
            say(first, "open");
            assertEquals("open", reader.readLine());
            var means = new Means(new LocalDisk(), InstantSource.system(), Calibration.floor());
            assertTrue(Bench.sentence(Vault.open(means, root)).contains("process " + first.pid()));
            first.destroyForcibly().waitFor();
            Vault.open(means, root).orThrow().close();
        } finally {
            first.destroyForcibly();
        }
    }

    @Test
    void asking_twice_in_one_process_does_not_give_the_lock_away() throws Exception {
        var root = madeVault();
        var disk = new LocalDisk();
        var lock = disk.tryLock(root.resolve("lock"));
        assertNotNull(lock);
        assertNull(disk.tryLock(root.resolve("lock")));
        var another = new LocalDisk();
        assertNull(another.tryLock(root.resolve("lock")));
        var other = racer(root);
        try (var reader = reader(other)) {
            assertEquals("ready", reader.readLine());
            say(other, "open");
            assertTrue(reader.readLine().startsWith("after "));
        } finally {
            other.destroyForcibly();
        }
        lock.close();
    }
}
