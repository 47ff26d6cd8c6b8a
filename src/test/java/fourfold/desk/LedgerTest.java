package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.guard.StoreCheck;
import fourfold.journal.HookedDisk;
import fourfold.store.Jam;
import fourfold.vault.Disk;
import fourfold.vault.LocalDisk;
import fourfold.vault.Means;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was forced to the journal is saved, whatever becomes of the store after it: the person is told so, nothing is lost
/// and nothing doubled.
class LedgerTest {

    @TempDir
    Path folder;

    private final Surroundings surroundings = TestVaults.surroundings(TestVaults.clock());

    private Office begin(Surroundings around) {
        return TestVaults.begin(folder.resolve("vault"), around, Role.LRO, Role.SUPERVISOR);
    }

    private static Kept<Threat> create(Office office, String name) {
        var values = Editing.of(
                        Threat.FIELDS,
                        Map.of("name", name, "kind", "Organised crime group", "primaryArea", "Illegal drugs",
                                "masterList", "On list"),
                        Set.of())
                .orThrow();
        return office.threats().create(new ThreatDesk.Create(values, "")).orThrow();
    }

    private static Kept<Threat> rename(Office office, Kept<Threat> threat, String name) {
        var values = Editing.of(Threat.FIELDS, Map.of("name", name), Set.of()).orThrow();
        return office.threats().edit(new ThreatDesk.Edit(threat.seen(), values, "")).orThrow();
    }

    private static Set<String> names(Office office) {
        var names = new HashSet<String>();
        for (var line : office.threats().list().orThrow()) assertTrue(names.add(line.name()), "doubled: " + line.name());
        return names;
    }

    private static long entries(Office office) {
        return office.threats().store.timeline().countAfter(0);
    }

    private Office again(Office office) {
        return TestVaults.as(office, "X90001");
    }

    private void closeAndCheck(Office office) {
        office.close();
        office.lobby().close();
        StoreCheck.storeIsWhatTheJournalSays(surroundings, folder.resolve("vault"), TestVaults.PASSPHRASE);
    }

    @Test
    void an_act_that_the_store_could_not_take_is_saved_and_shows_with_the_next_one() {
        var office = begin(surroundings);
        var told = new HashSet<UUID>();
        office.feed().listen(changed -> told.addAll(changed.records()));
        var first = create(office, "Op Kiln");
        told.clear();
        Jam.during(office.threats().store, () -> {
            var fault = assertThrows(BehindFault.class, () -> rename(office, first, "Op Oven"));
            assertTrue(fault.isSaved());
            assertTrue(fault.sentence().startsWith("This is saved"));
        });
        assertEquals(Set.of("Op Kiln"), names(office));
        assertEquals(Set.of(), told);
        create(office, "Op Quarry");
        assertEquals(Set.of("Op Oven", "Op Quarry"), names(office));
        assertTrue(told.contains(first.record().id().value()), "whoever shows the first one asks again");
        assertEquals(2, office.history().timeline(Threat.FIELDS, first.record().id()).orThrow().size());
        var reopened = again(office);
        assertEquals(Set.of("Op Oven", "Op Quarry"), names(reopened));
        closeAndCheck(reopened);
    }

    @Test
    void a_change_of_what_the_store_does_not_show_yet_is_decided_on_what_is_saved() {
        var office = begin(surroundings);
        var first = create(office, "Op Kiln");
        Jam.during(office.threats().store, () ->
                assertThrows(BehindFault.class, () -> rename(office, first, "Op Oven")));
        var values = Editing.of(Threat.FIELDS, Map.of("name", "Op Hearth"), Set.of()).orThrow();
        assertFalse(office.threats().edit(new ThreatDesk.Edit(first.seen(), values, "")).isDone(), "it has moved on");
        var now = office.threats().open(first.record().id()).orThrow();
        assertEquals("Op Oven", now.record().get(Threat.NAME));
        assertEquals(Set.of(), rename(office, now, "Op Hearth").state().conflicts());
        closeAndCheck(again(office));
    }

    @Test
    void while_the_store_stays_behind_nothing_more_is_saved_and_the_person_is_told_so() {
        var office = begin(surroundings);
        var first = create(office, "Op Kiln");
        Jam.during(office.threats().store, () -> {
            assertTrue(assertThrows(BehindFault.class, () -> rename(office, first, "Op Oven")).isSaved());
            assertFalse(assertThrows(BehindFault.class, () -> create(office, "Op Quarry")).isSaved());
        });
        var reopened = again(office);
        assertEquals(Set.of("Op Oven"), names(reopened));
        assertTrue(reopened.wasRebuilt());
        create(reopened, "Op Quarry");
        assertEquals(Set.of("Op Oven", "Op Quarry"), names(reopened));
        closeAndCheck(reopened);
    }

    @Test
    void a_database_whose_file_breaks_under_it_costs_nothing_that_was_saved() {
        var disk = new BreakingDisk();
        var means = surroundings.means();
        var office = begin(new Surroundings(
                new Means(disk, means.clock(), means.calibration()),
                surroundings.limits(),
                surroundings.clock(),
                surroundings.reference()));
        var first = create(office, "Op Kiln");
        long before = entries(office);
        disk.armed = true;
        var fault = assertThrows(BehindFault.class, () -> rename(office, first, "Op Oven"));
        assertTrue(Thread.interrupted());
        assertTrue(fault.isSaved());
        assertFalse(assertThrows(BehindFault.class, () -> create(office, "Op Quarry")).isSaved());
        var reopened = again(office);
        assertTrue(reopened.wasRebuilt());
        assertEquals(Set.of("Op Oven"), names(reopened));
        assertEquals(before + 1, entries(reopened));
        assertEquals(2, reopened.history().timeline(Threat.FIELDS, first.record().id()).orThrow().size());
        assertTrue(reopened.journal().verify(Watch.nobody()).isDone());
        closeAndCheck(reopened);
    }

    /// Breaks the database's file at the worst moment: right after the journal was forced, the thread is interrupted, and the
    /// database loses its file with its next step, as with a disk that has gone.
    private static final class BreakingDisk extends HookedDisk {
        private boolean armed;

        BreakingDisk() {
            super(new LocalDisk());
        }

        @Override
        public Disk.OpenFile open(Path file, Disk.Access access) throws IOException {
            var open = super.open(file, access);
            return new Disk.OpenFile() {
                @Override
                public long size() throws IOException {
                    return open.size();
                }

                @Override
                public int read(long at, ByteBuffer into) throws IOException {
                    return open.read(at, into);
                }

                @Override
                public void write(long at, ByteBuffer bytes) throws IOException {
                    open.write(at, bytes);
                }

                @Override
                public void truncate(long size) throws IOException {
                    open.truncate(size);
                }

                @Override
                public void force() throws IOException {
                    open.force();
                    if (armed) Thread.currentThread().interrupt();
                    armed = false;
                }

                @Override
                public void close() throws IOException {
                    open.close();
                }
            };
        }
    }
}
