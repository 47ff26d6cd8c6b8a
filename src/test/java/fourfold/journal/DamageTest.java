package fourfold.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.JournalFault;
import fourfold.vault.Disk.Access;
import fourfold.vault.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Files of a journal are flipped, cut, exchanged, taken away and put back older.
@Tag("goal")
final class DamageTest {

    private final SimulatedDisk sound = new SimulatedDisk();
    private final Map<Integer, byte[]> files = new TreeMap<>();
    private final List<Map<Integer, byte[]>> older = new ArrayList<>();
    private final TreeMap<Journal.Spot, Entry> entries =
            new TreeMap<>((one, other) -> Long.compare(one.position(), other.position()));
    private final Map<Long, Integer> lengths = new TreeMap<>();
    private Expected head = new Expected(0, "", "the seal");

    @BeforeEach
    void a_journal_of_several_segments() throws IOException {
        var folder = Vaults.folder(sound);
        var acts = new Acts(Trials.seed());
        try (var journal = FileJournal.create(folder, new Limits(6_000, 1_000))) {
            for (int i = 0; i < 24; i++) {
                var act = acts.act(1 + i % 4);
                var spots = journal.append(act, Acts.AUTHOR);
                for (int k = 0; k < spots.size(); k++) entries.put(spots.get(k), act.entries().get(k));
                if (i % 3 == 0) journal.log(acts.events(2));
                if (i % 4 == 2) takeIn(journal, acts.elsewhere(1 + i % 3, 3));
                if (i % 5 == 4) older.add(contents(folder));
            }
            head = new Expected(journal.head(), journal.headHash(), "the seal");
        }
        files.putAll(contents(folder));
        assertTrue(files.size() >= 5, "segments");
        for (var spot : entries.keySet()) {
            try (var file = folder.open(spot.segment(), Access.READ)) {
                lengths.put(spot.position(), Erasure.frame(file, spot).length);
            }
        }
    }

    private void takeIn(FileJournal journal, Acts.Elsewhere there) {
        long first = journal.takeIn(there.batch(), there, Acts.NOW).first();
        journal.read(first, new Heard() {
            @Override
            public void entry(Journal.Recorded recorded) {
                entries.put(recorded.spot(), recorded.entry());
            }
        });
    }

    private static Map<Integer, byte[]> contents(JournalFolder folder) throws IOException {
        var contents = new TreeMap<Integer, byte[]>();
        for (int number : folder.numbers()) contents.put(number, folder.disk().read(folder.segment(number), 1 << 24));
        return contents;
    }

    @Test
    void damage_is_detected_and_every_undamaged_entry_can_still_be_read() throws IOException {
        int alarms = 0;
        try (var trials = Trials.of(Goal.G_4, "damaged journal files", 300, 20_000)) {
            for (long seed : trials) {
                var damaged = damage(new Random(seed));
                try {
                    alarms += check(damaged) ? 1 : 0;
                } catch (JournalFault | AssertionError failed) {
                    throw new AssertionError("seed " + seed, failed);
                }
            }
            assertTrue(alarms > trials.count() * 9 / 10, "alarms: " + alarms);
        }
    }

    @Test
    void a_sound_journal_gives_no_alarm_and_its_salvage_is_whole() throws IOException {
        assertFalse(check(files));
        var found = new Salvage(Vaults.folder(sound), List.of(head)).read(new Heard());
        assertTrue(found.isWhole(), found::toString);
        assertEquals(List.of(), found.numbers());
    }

    @Test
    void what_cannot_be_read_is_listed_with_its_numbers_and_times() throws IOException {
        var damaged = new TreeMap<>(files);
        var spot = entries.keySet().stream()
                .filter(s -> s.segment() > 1 && entries.get(s).id().replica().equals(Acts.HERE))
                .skip(1)
                .findFirst()
                .orElseThrow();
        var bytes = damaged.get(spot.segment()).clone();
        bytes[(int) spot.offset() + 70] ^= 1;
        damaged.put(spot.segment(), bytes);
        var found = new Salvage(Vaults.folder(disk(damaged)), List.of(head)).read(new Heard());
        long number = entries.get(spot).id().seq();
        assertEquals(
                List.of(new Salvaged.Range(Acts.HERE, number, number)),
                found.numbers().stream().filter(range -> range.replica().equals(Acts.HERE)).toList());
        var missing = found.missing().getFirst();
        assertEquals(spot.position(), missing.first());
        assertEquals(spot.position(), missing.last());
        assertTrue(missing.after().compareTo(entries.get(spot).at()) <= 0);
        assertTrue(missing.before().compareTo(entries.get(spot).at()) >= 0);
        assertEquals(
                List.of(new Salvaged.Place(Faults.name(spot.segment()), spot.offset(), spot.offset() + lengths.get(spot.position()))),
                found.places());
        assertEquals(1, found.partial().size());
    }

    private Map<Integer, byte[]> damage(Random random) {
        var damaged = new TreeMap<>(files);
        int which = 1 + random.nextInt(files.size());
        int other = 1 + random.nextInt(files.size());
        var bytes = files.get(which).clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                damaged.put(which, bytes);
            }
            case 3 -> damaged.put(which, Arrays.copyOf(bytes, at));
            case 4 -> {
                damaged.put(which, files.get(other));
                damaged.put(other, files.get(which));
            }
            case 5 -> damaged.remove(which);
            case 6 -> {
                var old = older.get(random.nextInt(older.size()));
                for (int number : files.keySet()) if (number >= which) damaged.remove(number);
                old.forEach((number, content) -> {
                    if (number >= which) damaged.put(number, content);
                });
            }
            case 7 -> {
                Arrays.fill(bytes, at, Math.min(bytes.length, at + 700), (byte) 0);
                damaged.put(which, bytes);
            }
            default -> {
                var longer = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(900));
                for (int i = bytes.length; i < longer.length; i++) longer[i] = (byte) random.nextInt();
                damaged.put(which, longer);
            }
        }
        return damaged;
    }

    private static SimulatedDisk disk(Map<Integer, byte[]> contents) throws IOException {
        var disk = new SimulatedDisk();
        var folder = Vaults.folder(disk);
        disk.makeFolder(folder.path());
        for (var file : contents.entrySet()) {
            try (var open = disk.open(folder.segment(file.getKey()), Access.CREATE)) {
                open.append(file.getValue());
            }
        }
        return disk;
    }

    /// Whether there was an alarm. Without one everything has to be there.
    private boolean check(Map<Integer, byte[]> damaged) throws IOException {
        var folder = Vaults.folder(disk(damaged));
        requireSalvage(folder, damaged);
        try (var journal = FileJournal.open(folder, Vaults.SMALL, List.of(head))) {
            journal.verify((at, of) -> true);
            assertEquals(List.copyOf(entries.values()), Heard.all(journal).entries());
            assertEquals(head.position(), journal.head());
            return false;
        } catch (JournalFault alarm) {
            return true;
        }
    }

    private void requireSalvage(JournalFolder folder, Map<Integer, byte[]> damaged) {
        var heard = new Heard();
        var found = new Salvage(folder, List.of(head)).read(heard);
        var told = new HashSet<Long>(heard.positions);
        var ids = new HashSet<EntryId>();
        for (var recorded : heard.recorded) {
            assertEquals(entries.get(recorded.spot()), recorded.entry());
            ids.add(recorded.entry().id());
        }
        entries.forEach((spot, entry) -> {
            if (isUndamaged(spot, damaged)) assertTrue(told.contains(spot.position()), "position " + spot.position());
            boolean listed = ids.contains(entry.id()) || found.numbers().stream().anyMatch(range -> range.holds(entry.id()));
            assertTrue(listed || isBeyond(entry.id(), ids), "number " + entry.id());
        });
        found.missing().forEach(missing -> LongStream.rangeClosed(missing.first(), missing.last())
                .forEach(position -> assertTrue(told.add(position), "both told and missing: " + position)));
        assertEquals(head.position(), told.size(), "every position is told or missing");
    }

    /// Of entries after the last that is left nobody here knows more than their positions.
    private static boolean isBeyond(EntryId lost, HashSet<EntryId> found) {
        return found.stream().noneMatch(id -> id.replica().equals(lost.replica()) && id.seq() > lost.seq());
    }

    /// Whether the frame's bytes still stand at their place in some file.
    private boolean isUndamaged(Journal.Spot spot, Map<Integer, byte[]> damaged) {
        int from = (int) spot.offset();
        int to = from + lengths.get(spot.position());
        var frame = Arrays.copyOfRange(files.get(spot.segment()), from, to);
        return damaged.values().stream()
                .anyMatch(bytes -> bytes.length >= to && Arrays.equals(bytes, from, to, frame, 0, frame.length));
    }
}
