package fourfold.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goal G-5: packages changed at random, byte by byte or, by somebody who is trusted, in their content. Each is refused with
/// a sentence, or holds exactly what its author signed. The process that reads them has as much memory as a package may need.
@Tag("goal")
class MutatedPackagesTest {

    private static final Set<String> FLAWS =
            Arrays.stream(PacketFlaw.values()).map(PacketFlaw::name).collect(Collectors.toSet());

    private final TreeMap<String, Integer> came = new TreeMap<>();

    @TempDir
    Path folder;

    private Process child(long seed, int count) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MutatingChild.class.getName(),
                        folder.toString(),
                        Long.toString(seed),
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void no_mutated_package_is_taken_for_another_and_none_is_refused_without_a_sentence() throws Exception {
        try (var trials = Trials.of(Goal.G_5, "mutated packages: bytes, and well signed content", 2_000, 100_000)) {
            var child = child(Trials.seed(), trials.count());
            try (var said = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
                for (long seed : trials) check(seed, String.valueOf(said.readLine()));
                assertEquals(0, child.waitFor());
            } finally {
                child.destroyForcibly().waitFor();
            }
            if (trials.count() >= 2_000) varied();
        }
    }

    private void check(long seed, String line) {
        var again = "mvn test -Dtest=MutatedPackagesTest -Dfourfold.seed=" + seed + ": " + line;
        assertTrue(line.startsWith(seed + " "), again);
        var what = line.substring(line.indexOf(' ') + 1);
        assertTrue(FLAWS.contains(what) || List.of("same", "signed").contains(what), again);
        came.merge(what, 1, Integer::sum);
    }

    /// The mutations reach every gate, and what passes is not refused for nothing.
    private void varied() {
        assertTrue(came.size() > 25, came::toString);
        assertTrue(came.getOrDefault("same", 0) > 10 && came.getOrDefault("signed", 0) > 10, came::toString);
        for (var gate : Gate.values()) {
            if (gate == Gate.SIZE) continue;
            assertTrue(
                    came.keySet().stream().filter(FLAWS::contains).anyMatch(flaw -> PacketFlaw.valueOf(flaw).gate() == gate),
                    "never refused by the gate " + gate + ": " + came);
        }
    }
}
