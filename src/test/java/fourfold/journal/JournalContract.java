package fourfold.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Act;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every journal does, wherever it keeps its frames.
abstract class JournalContract {

    /// A journal with nothing in it.
    abstract Journal fresh();

    @Test
    void an_empty_journal_has_no_head_and_tells_nothing() {
        try (var journal = fresh()) {
            assertEquals(0, journal.head());
            assertEquals(64, journal.headHash().length());
            assertEquals(0, journal.lastSeq(Acts.HERE));
            assertEquals(Stamp.ZERO, journal.lastStamp());
            assertTrue(Heard.all(journal).positions.isEmpty());
        }
    }

    @Test
    void what_was_appended_is_read_in_order_with_its_acts() {
        var acts = new Acts(1);
        try (var journal = fresh()) {
            var one = acts.act(3);
            var two = acts.act(1);
            journal.append(one, Acts.AUTHOR);
            journal.append(two, Acts.AUTHOR);
            var heard = Heard.all(journal);
            var entries = new ArrayList<>(one.entries());
            entries.addAll(two.entries());
            assertEquals(entries, heard.entries());
            assertEquals(List.of(one.id(), two.id()), heard.acts());
            assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), heard.positions);
            assertEquals(6, journal.head());
        }
    }

    @Test
    void the_end_of_an_act_has_its_author_count_and_signature() {
        var act = new Acts(2).act(2);
        try (var journal = fresh()) {
            journal.append(act, Acts.AUTHOR);
            var end = Heard.all(journal).ends.getFirst();
            assertEquals(Acts.AUTHOR, end.author());
            assertEquals(2, end.count());
            assertArrayEquals(act.signature(), end.signature());
            assertEquals(act.id(), end.act());
        }
    }

    @Test
    void audit_events_stand_between_the_acts() {
        var acts = new Acts(3);
        try (var journal = fresh()) {
            var events = acts.events(2);
            journal.append(acts.act(1), Acts.AUTHOR);
            journal.log(events);
            journal.append(acts.act(1), Acts.AUTHOR);
            var heard = Heard.all(journal);
            assertEquals(events, heard.events());
            assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), heard.positions);
            assertEquals(3, heard.logged.getFirst().spot().position());
        }
    }

    @Test
    void logging_nothing_writes_nothing() {
        try (var journal = fresh()) {
            journal.log(List.of());
            assertEquals(0, journal.head());
        }
    }

    @Test
    void the_spots_that_append_gives_are_those_that_reading_tells() {
        var acts = new Acts(4);
        try (var journal = fresh()) {
            var spots = new ArrayList<>(journal.append(acts.act(3), Acts.AUTHOR));
            journal.log(acts.events(1));
            spots.addAll(journal.append(acts.act(2), Acts.AUTHOR));
            assertEquals(spots, Heard.all(journal).recorded.stream().map(Journal.Recorded::spot).toList());
        }
    }

    @Test
    void an_entry_is_read_again_at_its_spot() {
        var acts = new Acts(5);
        try (var journal = fresh()) {
            var act = acts.act(5);
            var spots = journal.append(act, Acts.AUTHOR);
            for (int i = 4; i >= 0; i--) assertEquals(act.entries().get(i), journal.entry(spots.get(i)));
        }
    }

    @Test
    void reading_begins_where_it_is_told_to() {
        var acts = new Acts(6);
        try (var journal = fresh()) {
            for (int i = 0; i < 4; i++) journal.append(acts.act(2), Acts.AUTHOR);
            for (long from = 0; from <= 14; from++) {
                var heard = new Heard();
                journal.read(from, heard);
                assertEquals(LongStream.rangeClosed(Math.max(1, from), 12).boxed().toList(), heard.positions);
            }
        }
    }

    @Test
    void every_frame_changes_the_hash_of_the_head() {
        var acts = new Acts(7);
        try (var journal = fresh()) {
            var hashes = new ArrayList<String>();
            hashes.add(journal.headHash());
            journal.append(acts.act(1), Acts.AUTHOR);
            hashes.add(journal.headHash());
            journal.log(acts.events(1));
            hashes.add(journal.headHash());
            assertEquals(3, hashes.stream().distinct().count());
        }
    }

    @Test
    void the_highest_number_of_each_replica_is_known_and_so_is_the_newest_stamp() {
        var acts = new Acts(8);
        var other = new Replica("00000000000000bb");
        try (var journal = fresh()) {
            var act = acts.act(3);
            journal.append(act, Acts.AUTHOR);
            var foreign = List.of(acts.entry(other, 7), acts.entry(other, 4));
            journal.append(new Act(act.id(), foreign, act.signature()), Acts.AUTHOR);
            assertEquals(3, journal.lastSeq(Acts.HERE));
            assertEquals(7, journal.lastSeq(other));
            var all = new ArrayList<>(act.entries());
            all.addAll(foreign);
            var newest = all.stream().map(Entry::at).max(Stamp::compareTo).orElseThrow();
            assertEquals(newest, journal.lastStamp());
        }
    }

    @Test
    void an_act_without_an_entry_is_refused() {
        var act = new Act(new Acts(9).act(1).id(), List.of(), new byte[64]);
        try (var journal = fresh()) {
            assertThrows(IllegalArgumentException.class, () -> journal.append(act, Acts.AUTHOR));
            assertEquals(0, journal.head());
        }
    }

    @Test
    void an_act_with_text_that_has_no_bytes_leaves_nothing_behind() {
        var acts = new Acts(10);
        try (var journal = fresh()) {
            journal.append(acts.act(1), Acts.AUTHOR);
            var hash = journal.headHash();
            var good = acts.act(2);
            var entries = new ArrayList<>(good.entries());
            entries.set(1, with(entries.get(1), "half a character \ud800"));
            var bad = new Act(good.id(), entries, good.signature());
            assertThrows(IllegalArgumentException.class, () -> journal.append(bad, Acts.AUTHOR));
            assertEquals(2, journal.head());
            assertEquals(hash, journal.headHash());
            journal.append(good, Acts.AUTHOR);
            assertEquals(5, Heard.all(journal).positions.size());
        }
    }

    @Test
    void nothing_is_written_once_it_is_closed() {
        var acts = new Acts(11);
        var journal = fresh();
        journal.append(acts.act(1), Acts.AUTHOR);
        journal.close();
        journal.close();
        assertThrows(IllegalStateException.class, () -> journal.append(acts.act(1), Acts.AUTHOR));
        assertThrows(IllegalStateException.class, () -> journal.log(acts.events(1)));
        assertNotEquals(0, journal.head());
    }

    private static Entry with(Entry entry, String title) {
        var values = new TreeMap<>(entry.values());
        values.put("title", Json.of(title));
        return new Entry(
                entry.id(),
                entry.seen(),
                entry.beside(),
                entry.at(),
                entry.author(),
                entry.operation(),
                entry.kind(),
                entry.record(),
                values,
                entry.reason(),
                entry.marking(),
                entry.salt());
    }
}
