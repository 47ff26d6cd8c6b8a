package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Nobody is let in by a wrong passphrase, a damaged slot, a swapped slot, or one whose cost was lowered. What can be
/// seen without deriving a key is, so most of these trials cost nothing.
@Tag("goal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UnlockTest {

    private final Bench bench = new Bench();
    private final VaultFolder folder = new VaultFolder(Bench.ROOT);
    private final Path slot = folder.keys().resolve("EM1234.slot");
    private final Path copy = folder.keys().resolve("EM1234.slot2");
    private byte[] good = {};

    @BeforeAll
    void makeVault() throws IOException {
        bench.found().vault().vault().close();
        good = bench.disk.read(slot, 100_000);
    }

    private Outcome<OpenVault> tryWith(byte[] file, String passphrase) throws IOException {
        bench.clock.move(Duration.ofHours(1));
        bench.disk.replace(slot, file);
        bench.disk.replace(copy, file);
        try (var vault = bench.open()) {
            return vault.unlock("EM1234", Bench.pass(passphrase));
        }
    }

    private void refused(Outcome<OpenVault> outcome, String what) {
        assertFalse(outcome.isDone(), what);
    }

    /// The slot with some members changed and its check sum made to fit again, as somebody with the file could do it.
    private byte[] forged(Map<String, Json> changes) {
        var all = new TreeMap<>(StrictJson.read(good).members().values());
        all.putAll(changes);
        all.remove("check");
        var check = KeySlot.sha256(Json.of(all).canonical());
        all.put("check", Json.of(HexFormat.of().formatHex(check)));
        return (Json.of(all).canonicalText() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Json kdf(int memory, int passes, int lanes) {
        return Json.of(Map.of(
                "name", Json.of("argon2id"),
                "version", Json.of(0x13),
                "memory", Json.of(memory),
                "passes", Json.of(passes),
                "lanes", Json.of(lanes)));
    }

    @Test
    void three_hundred_trials_let_nobody_in() throws IOException {
        try (var trials = Trials.of(Goal.G_10, "damaged slots", 300, 50_000)) {
            for (long seed : trials) {
                var random = new Random(seed);
                var bytes = good.clone();
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                if (seed % 5 == 4) bytes = Arrays.copyOf(good, random.nextInt(good.length));
                refused(tryWith(bytes, Bench.PASS), "damaged slot " + seed);
            }
        }
        try (var trials = Trials.of(Goal.G_10, "wrong passphrases", 24, 2_000)) {
            for (long seed : trials) {
                var random = new Random(seed);
                var wrong = new StringBuilder(Bench.PASS);
                int at = random.nextInt(wrong.length());
                wrong.setCharAt(at, (char) (wrong.charAt(at) ^ (1 << random.nextInt(5))));
                refused(tryWith(good, wrong.toString()), "wrong passphrase " + seed);
            }
        }
        assertTrue(tryWith(good, Bench.PASS).isDone());
    }

    @Test
    void a_slot_whose_cost_was_lowered_or_raised_is_refused_before_anything_is_derived() throws IOException {
        for (var cost : new int[][] {
            {8, 1, 1}, {65_535, 3, 1}, {65_536, 2, 1}, {65_536, 3, 0}, {Integer.MAX_VALUE, 3, 1}, {65_536, 1_000_000, 1}
        }) {
            var outcome = tryWith(forged(Map.of("kdf", kdf(cost[0], cost[1], cost[2]))), Bench.PASS);
            assertEquals("The key file of EM1234 is damaged; restore it from a backup.", Bench.sentence(outcome));
        }
    }

    @Test
    void a_forged_slot_with_a_fitting_check_sum_opens_nothing() throws IOException {
        var json = StrictJson.read(good).members();
        var sealed = json.get("sealed").text();
        var flipped = (sealed.charAt(10) == 'A' ? 'B' : 'A') + sealed.substring(11);
        refused(tryWith(forged(Map.of("kdf", kdf(65_536, 4, 1))), Bench.PASS), "other cost");
        refused(tryWith(forged(Map.of("version", Json.of(9))), Bench.PASS), "other version");
        refused(tryWith(forged(Map.of("sealed", Json.of(sealed.substring(0, 10) + flipped))), Bench.PASS), "sealed");
        refused(tryWith(forged(Map.of("holder", Json.of("EM9"))), Bench.PASS), "other holder");
        refused(tryWith(forged(Map.of("kind", Json.of("RECOVERY"))), Bench.PASS), "other kind");
        refused(
                tryWith(forged(Map.of("vault", Json.of("00000000-0000-4000-8000-000000000000"))), Bench.PASS),
                "other vault");
    }

    @Test
    void an_older_slot_is_refused_once_the_passphrase_was_changed() throws IOException {
        var own = new Bench();
        var open = own.found().vault();
        var older = own.disk.read(slot, 100_000);
        open.changePassphrase(Bench.pass(Bench.PASS), Bench.pass(Bench.OTHER)).orThrow();
        open.vault().close();
        own.disk.replace(slot, older);
        own.disk.replace(copy, older);
        try (var vault = own.open()) {
            assertEquals(
                    "The key file of EM1234 is older than it should be; restore the newest one from a backup.",
                    Bench.sentence(vault.unlock("EM1234", Bench.pass(Bench.PASS))));
        }
    }

    @Test
    void an_altered_charter_is_seen_at_unlock() throws IOException {
        var own = new Bench();
        own.found().vault().vault().close();
        var charter = new String(own.disk.read(folder.charter(), 100_000), StandardCharsets.UTF_8);
        own.disk.replace(
                folder.charter(), charter.replace("EMSOU", "EMSOX").getBytes(StandardCharsets.UTF_8));
        try (var vault = own.open()) {
            assertTrue(Bench.sentence(vault.unlock("EM1234", Bench.pass(Bench.PASS)))
                    .startsWith("The file vault.json was altered"));
        }
    }

    @Test
    void at_any_power_cut_in_a_change_of_passphrase_exactly_the_old_or_the_new_one_opens() throws IOException {
        var own = new Bench();
        var open = own.found().vault();
        try (var trials = Trials.of(Goal.G_2, "power cut in a change of passphrase", 8, 300)) {
            for (long seed : trials) powerCut(own, open, seed);
        }
    }

    private void powerCut(Bench own, OpenVault open, long seed) throws IOException {
        var random = new Random(seed);
        var disk = own.disk.copy();
        int calls = 1 + random.nextInt(24);
        var failing = new FailingDisk(disk, FailingDisk.Failure.INPUT_OUTPUT, calls);
        var lock = disk.tryLock(folder.lock());
        assertTrue(lock != null);
        var charter = Charter.read(disk.read(folder.charter(), 100_000));
        var vault = new Vault(own.means(failing), folder, lock, charter);
        var changing = new OpenVault(vault, open.keys(), open.signer(), open.own(), List.of());
        boolean acknowledged = changing
                .changePassphrase(Bench.pass(Bench.PASS), Bench.pass(Bench.OTHER))
                .isDone();
        var after = new Bench(disk.powerCut(random));
        try (var found = after.open()) {
            boolean fresh = found.unlock("EM1234", Bench.pass(Bench.OTHER)).isDone();
            boolean old = found.unlock("EM1234", Bench.pass(Bench.PASS)).isDone();
            assertTrue(fresh != old, "seed " + seed);
            if (acknowledged) assertTrue(fresh, "seed " + seed);
        }
    }
}
