package fourfold.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.vault.LocalDisk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that appends is killed at random instants, again and again over one journal.
final class KilledTest {

    @TempDir
    Path temp;

    private final Set<UUID> acknowledged = new HashSet<>();
    private final Set<UUID> before = new HashSet<>();
    private int events;

    @Test
    void what_was_acknowledged_before_a_kill_is_there_and_no_half_act() throws Exception {
        var folder = Vaults.folder(new LocalDisk(), temp.resolve("journal"), 1);
        FileJournal.create(folder, Limits.USUAL).close();
        long head = 0;
        int trials = Faultiness.trials(30, 10_000);
        for (int trial = 0; trial < trials; trial++) {
            long seed = Faultiness.seed() + trial;
            runAndKill(folder.path(), new Random(seed), seed);
            head = check(folder, head + 1, seed);
        }
        acknowledged.addAll(before);
        check(folder, 1, 0);
        assertTrue(before.size() > trials, "acts were acknowledged");
    }

    private void runAndKill(Path folder, Random random, long seed) throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingChild.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            assertEquals("ready", said.readLine());
            int lines = random.nextInt(40);
            for (int i = 0; i < lines; i++) take(said.readLine());
            LockSupport.parkNanos(random.nextInt(3_000_000));
            // by its handle, since destroying the process object also throws away what it had said
            child.toHandle().destroyForcibly();
            for (var line = said.readLine(); line != null; line = said.readLine()) take(line);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    /// The last line may be half a line; what is whole was said after it was saved.
    private void take(String line) {
        var words = line.split(" ");
        if (words[0].equals("event") && words.length == 2) events++;
        else if (words.length == 2 && words[0].length() == 36) acknowledged.add(UUID.fromString(words[0]));
    }

    /// Checks what was written from that position on, and gives the head.
    private long check(JournalFolder folder, long from, long seed) {
        try (var journal = FileJournal.open(folder, Limits.USUAL, List.of())) {
            var heard = new Heard();
            journal.read(from, heard);
            var counted = new HashMap<UUID, Integer>();
            heard.recorded.forEach(entry -> counted.merge(entry.act(), 1, Integer::sum));
            var ended = new HashMap<UUID, Integer>();
            heard.ends.forEach(end -> ended.put(end.act(), end.count()));
            assertEquals(counted, ended, "no half act, seed " + seed);
            assertTrue(ended.keySet().containsAll(acknowledged), "nothing lost, seed " + seed);
            assertTrue(heard.logged.size() >= events, "no event lost, seed " + seed);
            for (int i = 1; i < heard.recorded.size(); i++)
                assertEquals(number(heard, i - 1) + 1, number(heard, i), "no gap, seed " + seed);
            before.addAll(acknowledged);
            acknowledged.clear();
            events = 0;
            return journal.head();
        }
    }

    private static long number(Heard heard, int which) {
        return heard.recorded.get(which).entry().id().seq();
    }
}
