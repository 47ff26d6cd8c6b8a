package fourfold.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Action;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import fourfold.desk.PackageVerdict;
import fourfold.desk.Surroundings;
import fourfold.desk.TestVaults;
import fourfold.desk.VaultDesk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person's whole program is killed at random instants of real work, again and again over one vault (30 times on every
/// build, 10,000 with `-Dfourfold.faults=full`). After each kill the vault opens, everything that was said to be done is
/// there, nothing is there by half, and the store is what the journal says.
@Tag("goal")
class KilledOfficeTest {

    @TempDir
    Path folder;

    /// The version that a desk said was saved, and the mark in it.
    private record Said(long version, String mark) {}

    private final Surroundings surroundings = TestVaults.surroundings(TestVaults.clock());
    private final Map<String, Said> acknowledged = new HashMap<>();
    private final Map<String, Integer> loads = new HashMap<>();
    private final Set<String> loaded = new HashSet<>();
    private final Set<String> packages = new HashSet<>();
    private final List<String> passphrases = new ArrayList<>(List.of(TestVaults.PASSPHRASE));
    private String backupPassphrase = "";
    private int lines;

    @Test
    void what_a_desk_said_was_done_outlives_every_kill_and_nothing_is_there_by_half() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        var first = TestVaults.begin(folder.resolve("vault"), surroundings, Role.LRO);
        first.close();
        first.lobby().close();
        int kill = 0;
        try (var trials = Trials.of(Goal.G_1, "kill -9 of the whole program at work", 30, 10_000, firstSeed())) {
            for (long seed : trials) {
                runAndKill(new Random(seed), seed);
                check("seed " + seed + ", kill " + kill, kill % 10 == 9);
                if (kill++ % 3 == 2)
                    StoreCheck.storeIsWhatTheJournalSays(surroundings, folder.resolve("vault"), passphrases.getFirst());
            }
        }
        assertTrue(lines > kill, "work was done: " + lines);
    }

    /// Another one in each build, since where a kill strikes is chance anyway.
    private static long firstSeed() {
        return Long.getLong("fourfold.seed", new Random().nextInt(1, Integer.MAX_VALUE));
    }

    private void runAndKill(Random random, long seed) throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-XX:+UseSerialGC",
                        "-Xmx400m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OfficeChild.class.getName(),
                        folder.toString(),
                        Long.toString(seed),
                        passphrases.getFirst())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try (var said = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            if (random.nextInt(6) == 0) {
                // killed while it starts
                child.waitFor(300 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
            } else {
                assertEquals("ready", said.readLine(), () -> errors());
                int wanted = random.nextInt(25);
                for (int i = 0; i < wanted; i++) {
                    var line = said.readLine();
                    assertTrue(line != null, this::errors);
                    take(line);
                }
                LockSupport.parkNanos(random.nextInt(8_000_000));
            }
            // by its handle, since destroying the process object also throws away what it had said
            child.toHandle().destroyForcibly();
            for (var line = said.readLine(); line != null; line = said.readLine()) take(line);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException none) {
            return "";
        }
    }

    /// The last line may be half a line; each line ends with a word that no half of it has.
    private void take(String line) {
        var words = line.split(" ");
        switch (words[0]) {
            case "threat", "action", "event" -> {
                if (words.length == 4 && words[3].matches("mark\\d+x\\d+")) acknowledged.put(words[0] + " " + words[1], new Said(Long.parseLong(words[2]), words[3]));
            }
            case "loading" -> {
                if (words.length == 3) loads.put(words[1], Integer.parseInt(words[2]));
            }
            case "loaded" -> {
                if (words.length == 3) loaded.add(words[1]);
            }
            case "package" -> {
                if (words.length == 3 && words[2].endsWith(".gpg")) packages.add(words[2]);
            }
            case "backup" -> backupPassphrase = words.length == 2 ? passphrases.getFirst() : backupPassphrase;
            case "changing" -> {
                if (words.length == 2 && !passphrases.contains(plain(words[1]))) passphrases.add(plain(words[1]));
            }
            case "changed" -> {
                // from now on it is this one alone
                if (words.length == 2 && passphrases.contains(plain(words[1]))) {
                    passphrases.clear();
                    passphrases.add(plain(words[1]));
                }
            }
            default -> {}
        }
        lines++;
    }

    private static String plain(String word) {
        return word.replace('_', ' ');
    }

    private Office enter(Lobby lobby, String why) {
        Outcome<Office> entered = Outcome.refused(new fourfold.core.kernel.Problem.Gone("no passphrase"));
        for (var passphrase : List.copyOf(passphrases)) {
            entered = lobby.unlock(new Lobby.Unlock("X90001", passphrase.toCharArray(), false, Watch.nobody()));
            if (!entered.isDone()) continue;
            passphrases.clear();
            passphrases.add(passphrase);
            break;
        }
        assertTrue(entered.isDone(), why + ": " + entered);
        return entered.orThrow();
    }

    private void check(String why, boolean wholly) throws IOException {
        var opened = new VaultDesk(surroundings).approach(folder.resolve("vault"));
        assertTrue(opened.isDone(), why + ": " + opened);
        try (var lobby = opened.orThrow()) {
            var office = enter(lobby, why);
            acknowledged.forEach((what, said) -> {
                var ref = what.substring(what.indexOf(' ') + 1);
                var text = switch (what.charAt(0)) {
                    case 't' -> text(office, office.threats().open(ref), Threat.NAME, said.version());
                    case 'a' -> text(office, office.plans().action(ref), Action.TITLE, said.version());
                    default -> text(office, office.disruptions().open(ref), Disruption.SUMMARY, said.version());
                };
                assertEquals(said.mark(), text, why + ": " + what);
            });
            var rows = new HashMap<String, Integer>();
            for (var row : office.register().list("threats", Map.of()).orThrow().objects().get())
                rows.merge(row.get("name").text(), 1, Integer::sum);
            loads.forEach((name, all) -> assertTrue(
                    loaded.contains(name) ? all.equals(rows.get(name)) : rows.get(name) == null || all.equals(rows.get(name)),
                    why + ": " + rows.get(name) + " of " + all + " rows"));
            loads.keySet().forEach(name -> {
                if (rows.containsKey(name)) loaded.add(name);
            });
            for (var file : packages)
                assertInstanceOf(PackageVerdict.Sound.class, office.packets().verify(folder.resolve("out").resolve(file)), why);
            packages.clear();
            if (wholly) {
                assertTrue(office.journal().verify(Watch.nobody()).isDone(), why);
                // what was checked over and over is checked no more
                acknowledged.clear();
                loads.clear();
            } else {
                while (acknowledged.size() > 60) acknowledged.remove(acknowledged.keySet().iterator().next());
            }
            office.close();
        }
        if (wholly && !backupPassphrase.isEmpty()) restores(why);
    }

    private void restores(String why) throws IOException {
        var target = folder.resolve("restored-" + lines);
        var restored = new VaultDesk(surroundings).restore(
                folder.resolve("backup"), target, "X90001", backupPassphrase.toCharArray());
        if (!restored.isDone()) {
            // a newer one took its place just before the kill
            backupPassphrase = passphrases.getFirst();
            restored = new VaultDesk(surroundings).restore(
                    folder.resolve("backup"), target, "X90001", backupPassphrase.toCharArray());
        }
        assertTrue(restored.isDone(), why + ": " + restored);
        try (var lobby = new VaultDesk(surroundings).approach(target).orThrow()) {
            lobby.unlock(new Lobby.Unlock("X90001", backupPassphrase.toCharArray(), false, Watch.nobody())).orThrow().close();
        }
        backupPassphrase = "";
    }

    /// What stands in the field in that version. A newer one may be there: it was saved and not yet said.
    private static <K extends Entity<K>> String text(
            Office office, Outcome<Kept<K>> kept, Field<K, String> field, long version) {
        if (!kept.isDone() || kept.orThrow().version() < version) return "not there";
        var record = kept.orThrow().record();
        return office.history()
                .version(record.fields(), record.id(), version)
                .orThrow()
                .map(then -> then.get(field))
                .orElse("not there");
    }
}
