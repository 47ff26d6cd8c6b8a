package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.access.Role;
import fourfold.vault.FailingDisk.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Making a vault and changing its people, on disks that fail.
@Tag("goal")
final class FoundationTest {

    @Test
    void a_creation_that_failed_is_told_in_a_sentence_and_can_be_begun_anew() {
        try (var trials = Trials.of(Goal.G_3, "a vault is begun on a disk that fails", 5, 800)) {
            for (long seed : trials) {
                var random = new Random(seed);
                var failure = Failure.values()[(int) (seed % 4)];
                var bench = new Bench();
                var failing = new FailingDisk(bench.disk, failure, 1 + random.nextInt(90));
                var outcome = Vault.create(
                        bench.means(failing), Bench.ROOT, Bench.founding("EMSOU"), Bench.pass(Bench.PASS));
                if (outcome.isDone()) {
                    outcome.orThrow().vault().vault().close();
                    continue;
                }
                assertTrue(Bench.sentence(outcome).endsWith("."), Bench.sentence(outcome));
                var found = Vault.open(bench.means(), Bench.ROOT);
                if (found.isDone()) found.orThrow().close();
                else bench.found().vault().vault().close();
            }
        }
    }

    @Test
    void a_disk_that_fails_at_the_very_end_does_not_keep_the_vault_locked() {
        var bench = new Bench();
        bench.found().vault().vault().close();
        boolean opened = false;
        for (int call = 1; call < 60 && !opened; call++) {
            var outcome = Vault.open(bench.means(new FailingDisk(bench.disk, Failure.INPUT_OUTPUT, call)), Bench.ROOT);
            opened = outcome.isDone();
            // the next call of the disk is the one that fails
            if (opened) outcome.orThrow().close();
        }
        assertTrue(opened);
        assertTrue(Vault.open(bench.means(), Bench.ROOT).isDone());
    }

    @Test
    void a_full_disk_is_said_to_be_full() {
        var bench = new Bench();
        var failing = new FailingDisk(bench.disk, Failure.NO_SPACE, 20);
        var outcome =
                Vault.create(bench.means(failing), Bench.ROOT, Bench.founding("EMSOU"), Bench.pass(Bench.PASS));
        assertEquals(
                "The disk of the vault in " + Bench.ROOT + " is full; nothing was saved.", Bench.sentence(outcome));
    }

    @Test
    void adding_a_person_cut_short_leaves_a_vault_that_lets_the_others_in() throws IOException {
        var bench = new Bench();
        var open = bench.found().vault();
        try (var trials = Trials.of(Goal.G_2, "power cut while a person is added", 6, 300)) {
            for (long seed : trials) powerCut(bench, open, seed);
        }
    }

    private static void powerCut(Bench bench, OpenVault open, long seed) throws IOException {
        var random = new Random(seed);
        var folder = open.folder();
        var disk = bench.disk.copy();
        var failing = new FailingDisk(disk, Failure.INPUT_OUTPUT, 1 + random.nextInt(40));
        var lock = disk.tryLock(folder.lock());
        assertTrue(lock != null);
        var charter = Charter.read(disk.read(folder.charter(), 100_000));
        var vault = new Vault(bench.means(failing), folder, lock, charter);
        var changing = new OpenVault(vault, open.keys(), open.signer(), open.own(), List.of());
        var added = changing.people().add(Bench.newcomer("EM7", "Sam", Role.LRO), Bench.pass(Bench.OTHER));
        var after = new Bench(disk.powerCut(random));
        try (var found = after.open()) {
            boolean there = found.people().contains("EM7");
            if (added.isDone()) assertTrue(there, "seed " + seed);
            var administrator = found.unlock("EM1234", Bench.pass(Bench.PASS)).orThrow();
            if (there) {
                assertTrue(found.unlock("EM7", Bench.pass(Bench.OTHER)).isDone(), "seed " + seed);
            } else {
                administrator.people()
                        .add(Bench.newcomer("EM7", "Sam", Role.LRO), Bench.pass(Bench.OTHER))
                        .orThrow();
            }
        }
    }

    @Test
    void a_weak_passphrase_is_refused_wherever_a_new_one_is_set() {
        var bench = new Bench();
        assertFalse(Vault.create(bench.means(), Bench.ROOT, Bench.founding("EMSOU"), Bench.pass("short"))
                .isDone());
        var open = bench.found().vault();
        assertFalse(open.changePassphrase(Bench.pass(Bench.PASS), Bench.pass("short")).isDone());
        assertFalse(open.people()
                .add(Bench.newcomer("EM7", "Sam", Role.LRO), Bench.pass("short"))
                .isDone());
    }
}
