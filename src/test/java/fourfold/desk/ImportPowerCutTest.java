package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.kernel.Id;
import fourfold.core.sync.JournalFault;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Replica;
import fourfold.core.threat.Threat;
import fourfold.journal.PoweredDisk;
import fourfold.vault.OpenVault;
import fourfold.vault.SimulatedDisk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The power fails at any call of the disk while a package is taken in, or while that is taken back. Afterwards all of it is
/// there or nothing; what was acknowledged is done; and whatever was cut short can be done once more, and undone.
@Tag("goal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportPowerCutTest {

    private static final Replica FORCE = new Replica("0000000000000101");
    private static final Replica UNIT = new Replica("0000000000000102");

    private final SimulatedDisk post = new SimulatedDisk();
    private final List<OpenVault> keys = new ArrayList<>();
    private Path parcel = Path.of("");
    private SimulatedDisk before = post;
    private SimulatedDisk after = post;
    private String digestBefore = "";
    private String digestAfter = "";

    @BeforeAll
    void aForceHasSentAPackageToAUnitThatHasSomething() {
        for (var agency : List.of("EMSOU", "Derbyshire")) keys.add(PacketSite.keys(post, agency));
        PacketSite.acquaint(keys);
        var clock = TestVaults.clock();
        try (var force = PacketSite.begin(keys.getLast(), FORCE, clock); var unit = PacketSite.begin(keys.getFirst(), UNIT, clock)) {
            var first = force.create(Map.of("name", "Kite", "kind", "Organised crime group", "tier", "Tier 3"));
            unit.imports().accept(force.send("EMSOU", false).orThrow()).orThrow();
            unit.create(Map.of("name", "Heron", "kind", "SOC vulnerability"));
            force.edit(first.record().get(Threat.REF), Map.of("scope", "Derby")).orThrow();
            force.create(Map.of("name", "Loom", "kind", "Organised crime group", "tier", "Tier 2"));
            parcel = force.send("EMSOU", false).orThrow();
            before = unit.disk.copy();
            digestBefore = unit.digest();
            unit.imports().accept(parcel).orThrow();
            after = unit.disk.copy();
            digestAfter = unit.digest();
            assertNotEquals(digestBefore, digestAfter);
        }
    }

    @AfterAll
    void end() {
        for (var open : keys) {
            open.close();
            open.vault().close();
        }
    }

    private PacketSite unit(SimulatedDisk disk) {
        return PacketSite.on(keys.getFirst(), disk, UNIT, TestVaults.clock());
    }

    /// The package of that number that is in, as the vault says.
    private static List<Id<ReceivedPackage>> imported(PacketSite unit) {
        return unit.store.records().all(ReceivedPackage.FIELDS).stream()
                .map(Kept::record)
                .filter(one -> one.get(ReceivedPackage.NUMBER) == 2 && !one.isUndone())
                .map(one -> one.id())
                .toList();
    }

    private void undo(PacketSite unit) {
        unit.imports().undo(imported(unit).getFirst(), "By mistake").orThrow();
    }

    /// Does something on a disk whose power fails at some call of it.
    ///
    /// @return whether it was acknowledged
    private boolean cut(SimulatedDisk from, Random random, Consumer<PacketSite> act, List<SimulatedDisk> found) {
        int calls = calls(from, act);
        var powered = new PoweredDisk(from.copy(), 1 + random.nextInt(calls + 1), random);
        boolean done = false;
        try (var unit = PacketSite.on(keys.getFirst(), powered, UNIT, TestVaults.clock())) {
            act.accept(unit);
            done = true;
        } catch (JournalFault dark) {
            assertTrue(powered.isOff(), dark::getMessage);
        }
        found.add(powered.afterwards());
        return done;
    }

    private int calls(SimulatedDisk from, Consumer<PacketSite> act) {
        var counting = new PoweredDisk(from.copy(), Integer.MAX_VALUE, new Random(0));
        try (var unit = PacketSite.on(keys.getFirst(), counting, UNIT, TestVaults.clock())) {
            act.accept(unit);
        }
        return Integer.MAX_VALUE - counting.left();
    }

    @Test
    void an_import_that_the_power_cut_short_is_there_or_not_and_can_be_done_again_and_undone() {
        int there = 0;
        int not = 0;
        try (var trials = Trials.of(Goal.G_2, "power cut in an import", 24, 10_000)) {
            for (long seed : trials) {
                var found = new ArrayList<SimulatedDisk>();
                boolean done = cut(before, new Random(seed), unit -> unit.imports().accept(parcel).orThrow(), found);
                try (var unit = unit(found.getFirst())) {
                    boolean in = unit.digest().equals(digestAfter);
                    if (done || !imported(unit).isEmpty()) assertEquals(digestAfter, unit.digest(), "seed " + seed);
                    else if (!in) assertEquals(digestBefore, unit.digest(), "seed " + seed);
                    if (in) there++;
                    else not++;
                    unit.imports().accept(parcel).orThrow();
                    assertEquals(digestAfter, unit.digest(), "seed " + seed);
                    undo(unit);
                    assertEquals(digestBefore, unit.digest(), "seed " + seed);
                    assertEquals(digestBefore, unit.digestAnew(), "seed " + seed);
                }
            }
            if (trials.count() >= 24 && Trials.seed() == Trials.USUAL_SEED) assertTrue(there > 0 && not > 0, there + " there, " + not + " not");
        }
    }

    @Test
    void an_undoing_that_the_power_cut_short_is_done_or_not_and_the_package_can_come_again() {
        try (var trials = Trials.of(Goal.G_2, "power cut while an import is undone", 12, 10_000)) {
            for (long seed : trials) {
                var found = new ArrayList<SimulatedDisk>();
                boolean done = cut(after, new Random(seed), this::undo, found);
                try (var unit = unit(found.getFirst())) {
                    boolean back = imported(unit).isEmpty();
                    assertEquals(back ? digestBefore : digestAfter, unit.digest(), "seed " + seed);
                    assertTrue(back || !done, "seed " + seed);
                    if (!back) undo(unit);
                    assertEquals(digestBefore, unit.digestAnew(), "seed " + seed);
                    unit.imports().accept(parcel).orThrow();
                    assertEquals(digestAfter, unit.digest(), "seed " + seed);
                }
            }
        }
    }
}
