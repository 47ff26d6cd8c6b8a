package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Replica;
import fourfold.core.threat.Threat;
import fourfold.journal.Insider;
import fourfold.vault.SimulatedDisk;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Goal G-13: somebody with all the keys rewrites what a vault's journal says of them, so that the vault itself finds nothing
/// wrong, goes on working and sends the next package. The unit, which has an earlier one, finds it out.
@Tag("goal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewrittenHistoryTest {

    private static final Replica FORCE = new Replica("000000000000000f");

    private final SimulatedDisk disk = new SimulatedDisk();
    private final TestVaults.HandClock clock = TestVaults.clock();
    private PacketSite force;
    private PacketSite unit;
    private String ref = "";
    private long anchored;

    /// Two packages have come to the unit; the journal of the force went on after the last.
    @BeforeAll
    void begin() {
        var keys = List.of(PacketSite.keys(disk, "Derbyshire"), PacketSite.keys(disk, "EMSOU"));
        PacketSite.acquaint(keys);
        force = PacketSite.begin(keys.getFirst(), FORCE, clock);
        unit = PacketSite.begin(keys.getLast(), new Replica("000000000000000e"), clock);
        ref = force.create(Map.of("name", "Amber Kite", "kind", "Organised crime group")).record().get(Threat.REF);
        for (var scope : List.of("One", "Two")) {
            for (int i = 0; i < 5; i++) log(force, scope + i);
            force.edit(ref, Map.of("scope", scope)).orThrow();
            var file = force.send("EMSOU", false).orThrow();
            unit.imports().accept(file).orThrow();
        }
        // the package's own frames follow the place that it names
        anchored = unit.imports().received().orThrow().getFirst().get(ReceivedPackage.POSITION);
        log(force, "After");
    }

    @AfterAll
    void end() {
        for (var site : List.of(force, unit)) {
            site.close();
            site.vault.close();
            site.vault.vault().close();
        }
    }

    private static void log(PacketSite site, String words) {
        site.ledger.log(site.session(), Audit.Kind.SEARCH, Map.of("words", Json.of(words)));
    }

    /// The next package from a copy of the force's vault, and what the unit says to it.
    private Outcome<ImportDesk.Preview> sentFrom(SimulatedDisk copy, long seed) throws IOException {
        try (var site = PacketSite.on(force.vault, copy, FORCE, clock)) {
            assertTrue(site.journal.head() > 0);
            for (long i = site.journal.head(); i < anchored + 3; i++) log(site, "Later " + seed);
            site.edit(ref, Map.of("scope", "Scope " + seed)).orThrow();
            var file = site.send("EMSOU", true).orThrow();
            var answer = unit.imports().preview(file);
            disk.delete(file);
            return answer;
        }
    }

    @Test
    void whatever_an_insider_rewrote_before_the_last_package_the_unit_says_so() throws IOException {
        var found = new TreeMap<String, Integer>();
        try (var trials = Trials.of(Goal.G_13, "events rewritten with the keys in hand, then a package", 300, 20_000)) {
            for (long seed : trials) {
                var random = new Random(seed);
                var deed = Insider.Deed.values()[random.nextInt(4)];
                var copy = force.disk.copy();
                long at = Insider.rewrite(copy, 1, deed, anchored, random);
                var refused = assertInstanceOf(
                        Outcome.Refused.class, sentFrom(copy, seed), deed + " at " + at + " of " + anchored + ", seed " + seed);
                found.merge(deed + ": " + refused.problem().sentence().replaceAll("[0-9]+", "#"), 1, Integer::sum);
            }
        }
        for (var sentence : found.keySet())
            assertTrue(sentence.contains("rewritten") || sentence.contains("history") || sentence.contains("number"), found::toString);
    }

    @Test
    void a_vault_in_which_nothing_was_rewritten_is_heard() throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            var answer = sentFrom(force.disk.copy(), seed);
            assertEquals(3, answer.orThrow().number(), answer::toString);
        }
    }

    @Test
    void what_an_insider_rewrites_after_the_last_package_does_not_show() throws IOException {
        var copy = force.disk.copy();
        var random = new Random(1);
        // the last event is the one after the last package
        while (Insider.rewrite(copy, 1, Insider.Deed.ALTER, Long.MAX_VALUE, random) <= anchored) copy = force.disk.copy();
        assertTrue(sentFrom(copy, 1).isDone());
    }
}
