package fourfold.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.audit.Audit;
import fourfold.core.sync.Act;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.JournalFault;
import fourfold.core.sync.JournalFault.Trouble;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.vault.FailingDisk;
import fourfold.vault.FailingDisk.Failure;
import fourfold.vault.LocalDisk;
import fourfold.vault.SimulatedDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@Tag("goal")
final class FileJournalTest extends JournalContract {

    @TempDir
    Path temp;

    private int made;

    @Override
    Journal fresh() {
        return FileJournal.create(folder(), new Limits(2_000, 1_000));
    }

    private JournalFolder folder() {
        return Vaults.folder(new LocalDisk(), temp.resolve("journal" + ++made), 1);
    }

    private static FileJournal open(JournalFolder folder, Expected... known) {
        return FileJournal.open(folder, Vaults.SMALL, List.of(known));
    }

    @Test
    void everything_is_there_after_opening_again() {
        var folder = folder();
        var acts = new Acts(21);
        var entries = new ArrayList<Entry>();
        var spots = new ArrayList<Journal.Spot>();
        for (int run = 0; run < 6; run++) {
            try (var journal = run == 0 ? FileJournal.create(folder, Vaults.SMALL) : open(folder)) {
                for (int i = 0; i < 5; i++) {
                    var act = acts.act(1 + i);
                    spots.addAll(journal.append(act, Acts.AUTHOR));
                    entries.addAll(act.entries());
                    journal.log(acts.events(2));
                }
                assertEquals(entries, Heard.all(journal).entries());
                for (int i = 0; i < spots.size(); i++) assertEquals(entries.get(i), journal.entry(spots.get(i)));
            }
        }
        try (var journal = open(folder)) {
            assertEquals(entries.size(), journal.lastSeq(Acts.HERE));
            assertEquals(
                    entries.stream().map(Entry::at).max(Stamp::compareTo).orElseThrow(),
                    journal.lastStamp());
            assertEquals(journal.head(), journal.verify((at, of) -> true));
            assertTrue(spots.getLast().segment() > 3, "several segments");
        }
    }

    @Test
    void reading_from_any_position_works_over_segments() {
        var folder = folder();
        var acts = new Acts(22);
        try (var journal = FileJournal.create(folder, Vaults.SMALL)) {
            for (int i = 0; i < 20; i++) journal.append(acts.act(2), Acts.AUTHOR);
            for (long from = 1; from <= journal.head() + 1; from++) {
                var heard = new Heard();
                journal.read(from, heard);
                assertEquals(journal.head() - from + 1, heard.positions.size());
            }
        }
    }

    @Test
    void what_others_know_is_compared_with_the_journal() {
        var folder = folder();
        var acts = new Acts(23);
        var known = new ArrayList<Expected>();
        try (var journal = FileJournal.create(folder, Vaults.SMALL)) {
            for (int i = 0; i < 12; i++) {
                journal.append(acts.act(2), Acts.AUTHOR);
                known.add(Vaults.head(journal));
            }
        }
        var head = known.getLast();
        try (var journal = open(folder, known.toArray(Expected[]::new))) {
            known.forEach(journal::requireAtLeast);
            var ahead = new Expected(head.position() + 1, head.hash(), "the seal");
            assertEquals(Trouble.CUT, fault(() -> journal.requireAtLeast(ahead)).trouble());
            var other = new Expected(known.getFirst().position(), head.hash(), "the seal");
            assertEquals(Trouble.CUT, fault(() -> journal.requireAtLeast(other)).trouble());
        }
        var ahead = new Expected(head.position() + 1, head.hash(), "the seal");
        var fault = fault(() -> open(folder, ahead));
        assertEquals(Trouble.CUT, fault.trouble());
        assertEquals(
                "The journal has been cut: the seal knows of position 37, and it ends at 36.", fault.getMessage());
    }

    @Test
    void a_wrong_key_opens_nothing() {
        var folder = folder();
        try (var journal = FileJournal.create(folder, Vaults.SMALL)) {
            journal.append(new Acts(24).act(1), Acts.AUTHOR);
        }
        var wrong = new JournalFolder(folder.disk(), folder.path(), folder.vault(), segment -> new byte[32]);
        assertEquals(Trouble.DAMAGED, fault(() -> open(wrong)).trouble());
    }

    @Test
    void a_segment_of_another_vault_is_refused() throws IOException {
        var mine = folder();
        var theirs = Vaults.folder(new LocalDisk(), temp.resolve("theirs"), 2);
        for (var folder : List.of(mine, theirs)) {
            try (var journal = FileJournal.create(folder, Vaults.SMALL)) {
                for (int i = 0; i < 9; i++) journal.append(new Acts(25).act(2), Acts.AUTHOR);
            }
        }
        for (int number : List.of(1, 2, mine.numbers().size())) {
            var kept = Files.readAllBytes(mine.segment(number));
            Files.copy(theirs.segment(number), mine.segment(number), StandardCopyOption.REPLACE_EXISTING);
            var fault = fault(() -> open(mine));
            assertEquals(Trouble.DAMAGED, fault.trouble());
            assertTrue(fault.getMessage().contains("belongs to another vault"), fault.getMessage());
            Files.write(mine.segment(number), kept);
        }
        open(mine).close();
    }

    @Test
    void a_newer_format_is_refused_by_name() throws IOException {
        var folder = folder();
        FileJournal.create(folder, Vaults.SMALL).close();
        var bytes = Files.readAllBytes(folder.segment(1));
        bytes[11] = 9;
        Files.write(folder.segment(1), bytes);
        var fault = fault(() -> open(folder));
        assertEquals(
                "The journal was written by a newer version of the program: file 00000001 has format 9.",
                fault.getMessage());
    }

    @Test
    void a_folder_without_its_files_is_a_cut_journal_and_never_an_empty_one() throws IOException {
        var folder = folder();
        Files.createDirectories(folder.path());
        assertEquals(Trouble.CUT, fault(() -> open(folder)).trouble());
        FileJournal.create(folder, Vaults.SMALL).close();
        assertEquals(Trouble.UNWRITABLE, fault(() -> FileJournal.create(folder, Vaults.SMALL)).trouble());
    }

    @Test
    void nothing_of_an_entry_stands_in_clear_in_its_file() throws IOException {
        var folder = folder();
        var act = new Acts(26).act(3);
        try (var journal = FileJournal.create(folder, Vaults.SMALL)) {
            journal.append(act, Acts.AUTHOR);
        }
        try (var files = Files.walk(folder.path())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("Operation"));
                assertFalse(text.contains("EM1042"));
                assertFalse(text.contains(act.entries().getFirst().record().toString()));
            }
        }
    }

    @Test
    void an_act_that_never_ended_is_kept_aside_and_cut_away() throws IOException {
        var folder = folder();
        var acts = new Acts(27);
        long good;
        try (var journal = FileJournal.create(folder, Limits.USUAL)) {
            journal.append(acts.act(2), Acts.AUTHOR);
            good = Files.size(folder.segment(1));
            journal.append(acts.act(3), Acts.AUTHOR);
        }
        var bytes = Files.readAllBytes(folder.segment(1));
        for (int length = (int) good + 1; length < bytes.length; length += 97) {
            Files.write(folder.segment(1), Arrays.copyOf(bytes, length));
            try (var journal = open(folder)) {
                assertEquals(3, journal.head());
                assertEquals(2, journal.lastSeq(Acts.HERE));
            }
            assertEquals(good, Files.size(folder.segment(1)));
        }
        var aside = new LocalDisk().list(folder.aside());
        assertEquals((bytes.length - good + 95) / 97, aside.size());
        assertArrayEquals(
                Arrays.copyOfRange(bytes, (int) good, (int) good + 1), Files.readAllBytes(aside.getFirst()));
    }

    @Test
    void a_damaged_frame_before_others_is_an_alarm() throws IOException {
        var folder = folder();
        var acts = new Acts(28);
        long first;
        try (var journal = FileJournal.create(folder, Limits.USUAL)) {
            first = Files.size(folder.segment(1));
            journal.append(acts.act(2), Acts.AUTHOR);
            journal.append(acts.act(2), Acts.AUTHOR);
        }
        var bytes = Files.readAllBytes(folder.segment(1));
        for (int at = (int) first; at < bytes.length - 600; at += 13) {
            var bad = bytes.clone();
            bad[at] ^= 1;
            Files.write(folder.segment(1), bad);
            assertEquals(Trouble.DAMAGED, fault(() -> open(folder)).trouble(), "byte " + at);
            assertArrayEquals(bad, Files.readAllBytes(folder.segment(1)));
        }
    }

    @Test
    void an_erased_entry_is_gone_and_the_rest_still_verifies() throws IOException {
        var folder = folder();
        var acts = new Acts(29);
        var act = acts.act(4);
        String hash;
        Journal.Spot spot;
        byte[] before;
        try (var journal = FileJournal.create(folder, Limits.USUAL)) {
            spot = journal.append(act, Acts.AUTHOR).get(2);
            journal.append(acts.act(1), Acts.AUTHOR);
            hash = journal.headHash();
            before = Files.readAllBytes(folder.segment(1));
            journal.erase(spot);
            journal.erase(spot);
            assertEquals(Trouble.ERASED, fault(() -> journal.entry(spot)).trouble());
        }
        var after = Files.readAllBytes(folder.segment(1));
        assertEquals(before.length, after.length);
        for (int i = 0; i + 16 < 300; i += 16) assertEquals(0, after[(int) spot.offset() + 300 + i]);
        try (var journal = open(folder, new Expected(7, hash, "the store"))) {
            assertEquals(7, journal.verify((at, of) -> true));
            var heard = Heard.all(journal);
            assertEquals(4, heard.recorded.size());
            var gone = heard.erased.getFirst();
            assertEquals(spot, gone.spot());
            assertEquals(act.id(), gone.act());
            assertEquals(act.entries().get(2).id(), gone.entry());
            assertArrayEquals(act.entries().get(2).digest(), gone.digest());
            assertEquals(4, heard.ends.getFirst().count());
        }
    }

    @Test
    void verifying_can_be_stopped_and_finds_damage_in_a_closed_segment() throws IOException {
        var folder = folder();
        var acts = new Acts(30);
        try (var journal = FileJournal.create(folder, new Limits(1 << 20, 1000))) {
            for (int i = 0; i < 3; i++) journal.append(acts.act(2_000), Acts.AUTHOR);
            assertTrue(journal.verify((at, of) -> false) < journal.head());
        }
        var bytes = Files.readAllBytes(folder.segment(1));
        bytes[bytes.length / 2] ^= 4;
        Files.write(folder.segment(1), bytes);
        try (var journal = open(folder)) {
            assertEquals(Trouble.DAMAGED, fault(() -> journal.verify((at, of) -> true)).trouble());
            assertEquals(Trouble.DAMAGED, fault(() -> Heard.all(journal)).trouble());
        }
    }

    @Test
    void without_space_nothing_is_saved_and_consultations_are_logged_in_the_reserve() {
        for (int n = 1; n < 8; n++) {
            var acts = new Acts(31);
            var disk = new SmallDisk(new SimulatedDisk());
            try (var journal = FileJournal.create(Vaults.folder(disk), new Limits(8_000_000, 100_000))) {
                journal.append(acts.act(1), Acts.AUTHOR);
                disk.leave(40);
                var act = acts.act(n);
                assertEquals(Trouble.FULL, fault(() -> journal.append(act, Acts.AUTHOR)).trouble());
                assertEquals(2, journal.head());
                var print = List.of(acts.event(Audit.Kind.PRINT));
                assertEquals(Trouble.FULL, fault(() -> journal.log(print)).trouble());
                journal.log(acts.events(n));
                assertEquals(Trouble.FULL, fault(() -> journal.append(act, Acts.AUTHOR)).trouble());
                disk.leave(1_000_000);
                journal.append(act, Acts.AUTHOR);
                assertEquals(2 + n + n + 1, journal.head());
                assertEquals(journal.head(), journal.verify((at, of) -> true));
            }
        }
    }

    @Test
    void the_room_on_the_disk_is_known_before_it_is_full() {
        var disk = new SmallDisk(new SimulatedDisk());
        try (var journal = FileJournal.create(Vaults.folder(disk), Vaults.SMALL)) {
            assertEquals(Room.AMPLE, journal.room());
            disk.leave((1L << 30) - 1);
            assertEquals(Room.LOW, journal.room());
            disk.leave((300L << 20) - 1);
            assertEquals(Room.TOO_LITTLE_TO_IMPORT, journal.room());
        }
    }

    @Test
    void an_erasure_within_a_reading_is_a_fault_of_the_caller_and_no_deadlock() {
        try (var journal = FileJournal.create(folder(), Vaults.SMALL)) {
            var spot = journal.append(new Acts(33).act(1), Acts.AUTHOR).getFirst();
            var heard = new Heard() {
                @Override
                public void entry(Journal.Recorded entry) {
                    journal.erase(spot);
                }
            };
            assertThrows(IllegalStateException.class, () -> journal.read(1, heard));
        }
    }

    @Test
    void whatever_call_of_the_disk_fails_nothing_acknowledged_is_lost() {
        for (var failure : Failure.values()) {
            int calls = 0;
            for (int n = 1; n < 400; n++) {
                var disk = new SimulatedDisk();
                var folder = Vaults.folder(disk);
                var acts = new Acts(32);
                try (var journal = FileJournal.create(folder, Vaults.SMALL)) {
                    journal.append(acts.act(2), Acts.AUTHOR);
                }
                var failing = new FailingDisk(disk, failure, n);
                int saved = someActs(Vaults.folder(failing), acts);
                if (failing.calls() < n) break;
                failing.mend();
                try (var journal = open(folder)) {
                    assertEquals(3 + 3L * saved, journal.head(), failure + " at call " + n);
                    assertEquals(2 + 2L * saved, journal.lastSeq(Acts.HERE));
                    assertEquals(journal.head(), journal.verify((at, of) -> true));
                }
                calls++;
            }
            everyCallFailed("acts are saved: ", failure, calls);
        }
    }

    /// All of them were gone through, which the table says.
    private static void everyCallFailed(String what, Failure failure, int calls) {
        try (var trials = Trials.all(Goal.G_3, what + failure + " at every call", calls)) {
            trials.passed(calls);
        }
    }

    @Test
    void whatever_call_of_the_disk_fails_while_acts_are_taken_in_all_of_them_are_there_or_none() {
        var acts = new Acts(34);
        var there = acts.elsewhere(80, 30);
        var own = acts.act(2);
        for (var failure : Failure.values()) {
            int refused = 0;
            for (int n = 1; n < 400; n++) {
                var disk = new SimulatedDisk();
                try (var journal = FileJournal.create(Vaults.folder(disk), Vaults.SMALL)) {
                    journal.append(own, Acts.AUTHOR);
                }
                var failing = new FailingDisk(disk, failure, n);
                boolean taken = takeIn(Vaults.folder(failing), there);
                boolean over = failing.calls() < n;
                failing.mend();
                refused += taken ? 0 : 1;
                try (var journal = open(Vaults.folder(disk))) {
                    var heard = Heard.all(journal);
                    assertEquals(taken ? 1 : 0, heard.taken.size(), failure + " at call " + n);
                    assertEquals(2 + (taken ? there.came().size() : 0), heard.recorded.size());
                    assertEquals(3 + (taken ? there.frames() : 0), journal.head());
                    assertEquals(journal.head(), journal.verify((at, of) -> true));
                }
                if (over) break;
            }
            assertTrue(refused > 3, failure + ": " + refused);
            everyCallFailed("acts are taken in: ", failure, refused);
        }
    }

    private static boolean takeIn(JournalFolder folder, Acts.Elsewhere there) {
        try (var journal = open(folder)) {
            var hash = journal.headHash();
            try {
                journal.takeIn(there.batch(), there, Acts.NOW);
                return true;
            } catch (JournalFault refused) {
                assertTrue(refused.trouble() == Trouble.FULL || refused.trouble() == Trouble.UNWRITABLE);
                assertEquals(hash, journal.headHash());
                assertEquals(0, journal.lastSeq(Acts.THERE));
            }
        } catch (JournalFault refused) {
            assertTrue(refused.trouble() == Trouble.FULL || refused.trouble() == Trouble.UNWRITABLE);
        }
        return false;
    }

    @Test
    void a_taking_in_that_never_ended_is_kept_aside_and_cut_away_wherever_it_broke_off() throws IOException {
        var folder = folder();
        var acts = new Acts(35);
        long good;
        try (var journal = FileJournal.create(folder, Limits.USUAL)) {
            journal.append(acts.act(2), Acts.AUTHOR);
            good = Files.size(folder.segment(1));
            var there = acts.elsewhere(5, 4);
            journal.takeIn(there.batch(), there, Acts.NOW);
        }
        var bytes = Files.readAllBytes(folder.segment(1));
        for (int length = (int) good + 1; length < bytes.length; length += 61) {
            Files.write(folder.segment(1), Arrays.copyOf(bytes, length));
            try (var journal = open(folder)) {
                assertEquals(3, journal.head(), "cut at " + length);
                assertEquals(0, journal.lastSeq(Acts.THERE));
                assertEquals(1, Heard.all(journal).ends.size());
            }
            assertEquals(good, Files.size(folder.segment(1)));
        }
        var found = new Heard();
        Files.write(folder.segment(1), Arrays.copyOf(bytes, bytes.length - 1));
        assertFalse(new Salvage(folder, List.of()).read(found).isWhole());
        assertEquals(6, found.ends.size());
    }

    @Test
    void an_entry_that_was_taken_in_can_be_erased_and_its_act_still_verifies_and_travels_as_a_digest() {
        var folder = folder();
        var acts = new Acts(36);
        var there = acts.elsewhere(2, 3);
        Journal.Spot spot;
        try (var journal = FileJournal.create(folder, Limits.USUAL)) {
            journal.takeIn(there.batch(), there, Acts.NOW);
            spot = Heard.all(journal).recorded.get(1).spot();
            journal.erase(spot);
            journal.erase(spot);
            assertEquals(Trouble.ERASED, fault(() -> journal.entry(spot)).trouble());
        }
        try (var journal = open(folder)) {
            assertEquals(9, journal.verify((at, of) -> true));
            var heard = Heard.all(journal);
            var act = there.acts().getFirst();
            var gone = heard.erased.getFirst();
            assertEquals(act.id(), gone.act());
            assertEquals(act.entries().get(2).id(), gone.entry());
            assertArrayEquals(act.entries().get(2).digest(), gone.digest());
            assertEquals(3, heard.ends.getFirst().count());
            var digests = new ArrayList<byte[]>();
            SignedActs.of(journal).read(new SignedActs.Reader() {
                @Override
                public void entry(Entry entry) {
                    digests.add(entry.digest());
                }

                @Override
                public void withheld(byte[] digest) {
                    digests.add(digest);
                }
            });
            var all = there.acts().stream().flatMap(a -> a.entries().stream()).map(Entry::digest).toList();
            assertArrayEquals(Act.signed(all), Act.signed(digests));
        }
    }

    @Test
    void a_large_taking_in_stays_in_one_segment_and_is_forced_once() {
        var forces = new int[1];
        var disk = new HookedDisk(new SimulatedDisk()) {
            @Override
            void before(Path path, long longer) {
                if (path.getFileName().toString().matches("[0-9]{8}") && longer == 0) forces[0]++;
            }
        };
        var acts = new Acts(37);
        try (var journal = FileJournal.create(Vaults.folder(disk), Vaults.SMALL)) {
            journal.append(acts.act(1), Acts.AUTHOR);
            var there = acts.elsewhere(300, 30);
            int before = forces[0];
            var taken = journal.takeIn(there.batch(), there, Acts.NOW);
            assertEquals(1, forces[0] - before);
            var heard = Heard.all(journal);
            assertEquals(
                    List.of(1), heard.recorded.stream().map(r -> r.spot().segment()).distinct().toList());
            assertEquals(1, taken.spot().segment());
            var spot = journal.append(acts.act(1), Acts.AUTHOR).getFirst();
            assertEquals(2, spot.segment());
            assertEquals(there.came().getLast().id().seq(), journal.lastSeq(Acts.THERE));
        }
        try (var journal = open(Vaults.folder(disk))) {
            assertEquals(2 + 300 * 31 + 1 + 2, journal.head());
            assertEquals(journal.head(), journal.verify((at, of) -> true));
        }
    }

    /// How many acts were acknowledged; each has two entries numbered without a gap.
    private static int someActs(JournalFolder folder, Acts acts) {
        int saved = 0;
        try (var journal = open(folder)) {
            for (int i = 0; i < 12; i++) {
                var act = acts.after(2 + 2L * saved).act(2);
                try {
                    journal.append(act, Acts.AUTHOR);
                    saved++;
                } catch (JournalFault refused) {
                    assertTrue(refused.trouble() == Trouble.FULL || refused.trouble() == Trouble.UNWRITABLE);
                    assertEquals(3 + 3L * saved, journal.head());
                }
            }
        } catch (JournalFault refused) {
            assertTrue(refused.trouble() == Trouble.FULL || refused.trouble() == Trouble.UNWRITABLE);
        }
        return saved;
    }

    private static JournalFault fault(Executable step) {
        return assertThrows(JournalFault.class, step);
    }
}
