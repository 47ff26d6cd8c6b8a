package fourfold.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.audit.Audit;
import fourfold.core.sync.Act;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.JournalFault;
import fourfold.vault.SimulatedDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The power fails at any call, and what was not forced is lost, reordered or torn.
@Tag("goal")
final class PowerCutTest {

    /// What was acknowledged, and what was under way when the power failed.
    private static final class Oracle {
        final List<Entry> entries = new ArrayList<>();
        final List<Journal.Spot> spots = new ArrayList<>();
        final List<Audit> events = new ArrayList<>();
        final List<Journal.Spot> erased = new ArrayList<>();
        List<Entry> entriesUnderWay = List.of();
        List<Audit> eventsUnderWay = List.of();
        boolean erasing;
        int withheld;
        int withheldUnderWay;
        Expected head = new Expected(0, "", "the store");
    }

    @Test
    void after_a_power_cut_everything_acknowledged_is_there_and_no_half_act() {
        int off = 0;
        try (var trials = Trials.of(Goal.G_2, "power cut in a journal's appending", 500, 100_000)) {
            for (long seed : trials) {
                try {
                    off += trial(new Random(seed), seed, (seed - Trials.seed()) % 20 == 0) ? 1 : 0;
                } catch (JournalFault | AssertionError failed) {
                    throw new AssertionError("seed " + seed, failed);
                }
            }
            assertTrue(off > trials.count() / 2, "the power failed in the midst of it " + off + " times");
        }
    }

    @Test
    void an_erasure_that_the_power_cut_short_is_done_or_not_done_and_nothing_is_damaged() {
        int done = 0;
        int notDone = 0;
        try (var trials = Trials.of(Goal.G_2, "power cut in an erasure", 300, 10_000)) {
            for (long seed : trials) {
                var random = new Random(seed);
                var disk = new SimulatedDisk();
                var oracle = new Oracle();
                try (var journal = FileJournal.create(Vaults.folder(disk), Vaults.SMALL)) {
                    for (int i = 0; i < 4; i++) append(journal, new Acts(seed).after(oracle.entries.size()), oracle, 3);
                }
                var powered = new PoweredDisk(disk, 1 + random.nextInt(10), random);
                try (var journal = FileJournal.open(Vaults.folder(powered), Vaults.SMALL, List.of(oracle.head))) {
                    journal.erase(oracle.spots.get(random.nextInt(12)));
                } catch (JournalFault dark) {
                    assertTrue(powered.isOff(), dark::getMessage);
                }
                var folder = Vaults.folder(powered.afterwards());
                try (var journal = FileJournal.open(folder, Vaults.SMALL, List.of(oracle.head))) {
                    int erased = Heard.all(journal).erased.size();
                    assertEquals(12, erased + Heard.all(journal).recorded.size());
                    done += erased;
                    notDone += 1 - erased;
                } catch (JournalFault alarm) {
                    throw new AssertionError("seed " + seed, alarm);
                }
            }
        }
        assertTrue(done > 0 && notDone > 0, done + " done, " + notDone + " not done");
    }

    private static boolean trial(Random random, long seed, boolean large) {
        var disk = new SimulatedDisk();
        var acts = new Acts(seed);
        var oracle = new Oracle();
        var limits = new Limits(1_000 + random.nextInt(20_000), 100);
        try (var journal = FileJournal.create(Vaults.folder(disk), limits)) {
            append(journal, acts, oracle, 1);
        }
        boolean off = false;
        for (int cut = 0; cut < 3; cut++) {
            int calls = large && cut == 0 ? 8 : 50;
            var powered = new PoweredDisk(disk, 1 + random.nextInt(calls), random);
            try {
                run(Vaults.folder(powered), limits, acts, oracle, random, large && cut == 0);
            } catch (JournalFault dark) {
                assertTrue(powered.isOff(), dark::getMessage);
            }
            off |= powered.isOff();
            disk = powered.afterwards();
            check(Vaults.folder(disk), limits, oracle);
        }
        return off;
    }

    private static void run(
            JournalFolder folder, Limits limits, Acts acts, Oracle oracle, Random random, boolean large) {
        try (var journal = FileJournal.open(folder, limits, List.of(oracle.head))) {
            for (int step = 0; step < 15; step++) {
                int kind = random.nextInt(40);
                if (large && step == 2 && random.nextBoolean()) append(journal, acts, oracle, 4_000);
                else if (large && step == 2) takeIn(journal, acts.elsewhere(200, 20), oracle);
                else if (kind < 18) append(journal, acts, oracle, 1 + random.nextInt(6));
                else if (kind < 25) takeIn(journal, acts.elsewhere(1 + random.nextInt(4), 1 + random.nextInt(6)), oracle);
                else if (kind < 37) log(journal, acts.events(1 + random.nextInt(9)), oracle);
                else erase(journal, oracle, random);
            }
        }
    }

    private static void append(FileJournal journal, Acts acts, Oracle oracle, int entries) {
        Act act = acts.act(entries);
        oracle.entriesUnderWay = act.entries();
        oracle.spots.addAll(journal.append(act, Acts.AUTHOR));
        oracle.entries.addAll(act.entries());
        oracle.entriesUnderWay = List.of();
        oracle.head = Vaults.head(journal);
    }

    private static void takeIn(FileJournal journal, Acts.Elsewhere there, Oracle oracle) {
        oracle.entriesUnderWay = there.came();
        oracle.withheldUnderWay = there.frames() - there.acts().size() - 1 - there.came().size();
        journal.takeIn(there.batch(), there, Acts.NOW);
        oracle.entries.addAll(there.came());
        journal.read(
                journal.head() - there.frames() + 1, new Heard() {
                    @Override
                    public void entry(Journal.Recorded entry) {
                        oracle.spots.add(entry.spot());
                    }
                });
        oracle.withheld += oracle.withheldUnderWay;
        oracle.entriesUnderWay = List.of();
        oracle.withheldUnderWay = 0;
        oracle.head = Vaults.head(journal);
    }

    private static void log(FileJournal journal, List<Audit> events, Oracle oracle) {
        oracle.eventsUnderWay = events;
        journal.log(events);
        oracle.events.addAll(events);
        oracle.eventsUnderWay = List.of();
        oracle.head = Vaults.head(journal);
    }

    private static void erase(FileJournal journal, Oracle oracle, Random random) {
        int which = random.nextInt(oracle.spots.size());
        oracle.erased.add(oracle.spots.get(which));
        oracle.entries.set(which, null);
        oracle.erasing = true;
        journal.erase(oracle.spots.get(which));
        oracle.erasing = false;
    }

    private static void check(JournalFolder folder, Limits limits, Oracle oracle) {
        try (var journal = FileJournal.open(folder, limits, List.of(oracle.head))) {
            assertEquals(journal.head(), journal.verify((at, of) -> true));
            var heard = Heard.all(journal);
            takeOver(heard, oracle);
            for (int i = 0; i < oracle.entries.size(); i++) {
                var entry = oracle.entries.get(i);
                if (entry != null) assertEquals(entry, journal.entry(oracle.spots.get(i)));
            }
            oracle.head = Vaults.head(journal);
        }
    }

    /// What was under way is there wholly or not at all; after this it is as if it had been acknowledged, or never begun.
    private static void takeOver(Heard heard, Oracle oracle) {
        var there = heard.entries();
        if (oracle.erasing) {
            var last = oracle.erased.getLast();
            heard.recorded.stream().filter(r -> r.spot().equals(last)).findFirst().ifPresent(r -> {
                oracle.entries.set(oracle.spots.indexOf(last), r.entry());
                oracle.erased.removeLast();
            });
            oracle.erasing = false;
        }
        var expected = new ArrayList<>(oracle.entries);
        expected.removeIf(entry -> entry == null);
        if (!oracle.entriesUnderWay.isEmpty() && there.size() > expected.size()) {
            expected.addAll(oracle.entriesUnderWay);
            oracle.entries.addAll(oracle.entriesUnderWay);
            int from = heard.recorded.size() - oracle.entriesUnderWay.size();
            heard.recorded.subList(from, heard.recorded.size()).forEach(r -> oracle.spots.add(r.spot()));
            oracle.withheld += oracle.withheldUnderWay;
        }
        oracle.withheldUnderWay = 0;
        assertEquals(oracle.withheld, heard.withheld.size());
        oracle.entriesUnderWay = List.of();
        assertEquals(expected, there);
        int more = heard.events().size() - oracle.events.size();
        assertTrue(more >= 0 && more <= oracle.eventsUnderWay.size(), "audit events");
        oracle.events.addAll(oracle.eventsUnderWay.subList(0, more));
        oracle.eventsUnderWay = List.of();
        assertEquals(oracle.events, heard.events());
    }
}
