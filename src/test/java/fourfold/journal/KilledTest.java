package fourfold.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.sync.Entry;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that appends and takes in is killed at random instants, again and again over one journal.
@Tag("goal")
final class KilledTest {

    @TempDir
    Path temp;

    private final Set<UUID> acknowledged = new HashSet<>();
    private final Set<UUID> before = new HashSet<>();
    private final Set<UUID> taken = new HashSet<>();
    private int takings;
    private int events;

    @Test
    void what_was_acknowledged_before_a_kill_is_there_and_no_half_act() throws Exception {
        var folder = Vaults.folder(new LocalDisk(), temp.resolve("journal"), 1);
        FileJournal.create(folder, Limits.USUAL).close();
        long head = 0;
        int kills;
        try (var trials = Trials.of(Goal.G_1, "kill -9 of a process that appends to a journal", 30, 10_000)) {
            kills = trials.count();
            for (long seed : trials) {
                runAndKill(folder.path(), new Random(seed), seed);
                head = check(folder, head + 1, seed);
            }
        }
        acknowledged.addAll(before);
        check(folder, 1, 0);
        assertTrue(before.size() > kills, "acts were acknowledged");
        assertTrue(takings > kills / 3, "takings-in were acknowledged");
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
        else if (words[0].equals("taken") && line.length() == 42) taken.add(UUID.fromString(words[1]));
        else if (words.length == 2 && words[0].length() == 36) acknowledged.add(UUID.fromString(words[0]));
    }

    /// Checks what was written from that position on, and gives the head.
    private long check(JournalFolder folder, long from, long seed) {
        try (var journal = FileJournal.open(folder, Limits.USUAL, List.of())) {
            var heard = new Heard();
            journal.read(from, heard);
            var counted = new HashMap<UUID, Integer>();
            heard.recorded.stream()
                    .filter(entry -> entry.entry().id().replica().equals(Acts.HERE))
                    .forEach(entry -> counted.merge(entry.act(), 1, Integer::sum));
            var ended = new HashMap<UUID, Integer>();
            heard.ends.stream()
                    .filter(end -> end.author().equals(Acts.AUTHOR))
                    .forEach(end -> ended.put(end.act(), end.count()));
            assertEquals(counted, ended, "no half act, seed " + seed);
            assertTrue(ended.keySet().containsAll(acknowledged), "nothing lost, seed " + seed);
            assertTrue(heard.logged.size() >= events, "no event lost, seed " + seed);
            var own = heard.entries().stream()
                    .map(Entry::id)
                    .filter(id -> id.replica().equals(Acts.HERE))
                    .toList();
            for (int i = 1; i < own.size(); i++)
                assertEquals(own.get(i - 1).seq() + 1, own.get(i).seq(), "no gap, seed " + seed);
            checkTaken(heard, seed);
            before.addAll(acknowledged);
            acknowledged.clear();
            events = 0;
            return journal.head();
        }
    }

    /// Every frame from elsewhere belongs to a taking-in that is whole.
    private void checkTaken(Heard heard, long seed) {
        var batches = new HashSet<UUID>();
        int acts = 0;
        int entries = 0;
        int withheld = 0;
        for (var each : heard.taken) {
            assertTrue(batches.add(each.batch()), "taken in once, seed " + seed);
            acts += each.acts();
            entries += each.entries();
            withheld += each.withheld();
        }
        assertTrue(batches.containsAll(taken), "no taking-in lost, seed " + seed);
        assertEquals(acts, (int) heard.ends.stream().filter(end -> end.author().equals(Acts.AUTHOR_THERE)).count());
        assertEquals(entries, (int) heard.entries().stream().filter(e -> e.id().replica().equals(Acts.THERE)).count());
        assertEquals(withheld, heard.withheld.size(), "no half taking-in, seed " + seed);
        takings += taken.size();
        taken.clear();
    }
}
