package fourfold.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
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
    void several_entries_are_read_again_in_the_order_asked_for() {
        var acts = new Acts(55);
        try (var journal = fresh()) {
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < 8; i++) {
                var act = acts.act(3);
                journal.append(act, Acts.AUTHOR);
                entries.addAll(act.entries());
            }
            var spots = new ArrayList<>(Heard.all(journal).recorded.stream().map(Journal.Recorded::spot).toList());
            assertEquals(entries, journal.entries(spots));
            assertEquals(entries.reversed(), journal.entries(spots.reversed()));
            assertEquals(List.of(), journal.entries(List.of()));
        }
    }

    @Test
    void every_entry_is_mentioned_with_its_place_and_its_record() {
        var acts = new Acts(56);
        try (var journal = fresh()) {
            for (int i = 0; i < 20; i++) {
                journal.append(acts.act(1 + i % 4), Acts.AUTHOR);
                journal.log(acts.events(1));
            }
            for (long from : new long[] {1, 2, 30, journal.head() + 1}) {
                var read = new Heard();
                journal.read(from, read);
                var mentioned = new ArrayList<Journal.Mention>();
                journal.mentions(from, mentioned::add);
                assertEquals(
                        read.recorded.stream()
                                .map(one -> new Journal.Mention(one.spot(), one.entry().kind(), one.entry().record()))
                                .toList(),
                        mentioned);
            }
        }
    }

    @Test
    void an_entry_of_an_odd_kind_and_an_odd_author_is_mentioned_as_it_is() {
        var plain = new Acts(57).act(1).entries().getFirst();
        var author = new Author("[\"kind\":}\\", "\u00e9,]", "LRO");
        var odd = new Entry(
                plain.id(), plain.seen(), plain.beside(), plain.at(), author, plain.operation(), "a \"kind\" \\ of\n its own",
                plain.record(), plain.values(), "{\"record\":", plain.marking(), plain.salt());
        try (var journal = fresh()) {
            journal.append(new Act(new UUID(5, 7), List.of(odd), new byte[64]), Acts.AUTHOR);
            var mentioned = new ArrayList<Journal.Mention>();
            journal.mentions(1, mentioned::add);
            assertEquals(odd.kind(), mentioned.getFirst().kind());
            assertEquals(odd.record(), mentioned.getFirst().record());
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
            assertEquals(hashes.get(1), journal.hashAt(2), "and what it was is still told");
            assertEquals(hashes.get(2), journal.hashAt(journal.head()));
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

    @Test
    void what_people_elsewhere_did_is_taken_in_and_read_in_order_like_what_was_done_here() {
        var acts = new Acts(12);
        try (var journal = fresh()) {
            var own = acts.act(2);
            var there = acts.elsewhere(3, 4);
            journal.append(own, Acts.AUTHOR);
            var taken = journal.takeIn(there.batch(), there, Acts.NOW);
            assertEquals(there.batch(), taken.batch());
            assertEquals(List.of(3, 9, 3), List.of(taken.acts(), taken.entries(), taken.withheld()));
            assertEquals(4, taken.first());
            assertEquals(19, taken.spot().position());
            assertEquals(19, journal.head());
            var more = acts.act(1);
            journal.append(more, Acts.AUTHOR);
            var heard = Heard.all(journal);
            var entries = new ArrayList<>(own.entries());
            entries.addAll(there.came());
            entries.addAll(more.entries());
            assertEquals(entries, heard.entries());
            assertEquals(LongStream.rangeClosed(1, 21).boxed().toList(), heard.positions);
            assertEquals(List.of(taken), heard.taken);
            for (var recorded : heard.recorded) assertEquals(recorded.entry(), journal.entry(recorded.spot()));
        }
    }

    @Test
    void an_act_taken_in_keeps_its_own_name_author_count_signature_and_the_digests_of_what_stayed_behind() {
        var acts = new Acts(13);
        try (var journal = fresh()) {
            var there = acts.elsewhere(2, 5);
            journal.takeIn(there.batch(), there, Acts.NOW);
            var heard = Heard.all(journal);
            assertEquals(there.acts().stream().map(Act::id).toList(), heard.acts());
            for (int i = 0; i < 2; i++) {
                var act = there.acts().get(i);
                var end = heard.ends.get(i);
                assertEquals(Acts.AUTHOR_THERE, end.author());
                assertEquals(5, end.count());
                assertArrayEquals(act.signature(), end.signature());
                assertArrayEquals(act.entries().get(1).digest(), heard.withheld.get(2 * i));
                assertArrayEquals(act.entries().get(4).digest(), heard.withheld.get(2 * i + 1));
                assertEquals(3, heard.recorded.stream().filter(r -> r.act().equals(act.id())).count());
            }
        }
    }

    @Test
    void what_was_taken_in_is_passed_on_as_it_was_signed() {
        var acts = new Acts(14);
        try (var journal = fresh()) {
            var there = acts.elsewhere(3, 5);
            journal.log(acts.events(1));
            journal.takeIn(there.batch(), there, Acts.NOW);
            var passedOn = SignedActs.of(journal);
            journal.append(acts.act(2), Acts.AUTHOR);
            var digests = new ArrayList<byte[]>();
            var ends = new ArrayList<Act>();
            passedOn.read(new SignedActs.Reader() {
                @Override
                public void entry(Entry entry) {
                    digests.add(entry.digest());
                }

                @Override
                public void withheld(byte[] digest) {
                    digests.add(digest);
                }

                @Override
                public void end(UUID act, Author author, int count, byte[] signature) {
                    var original = there.acts().get(ends.size());
                    assertEquals(original.id(), act);
                    assertEquals(5, count);
                    assertArrayEquals(
                            Act.signed(original.entries().stream().map(Entry::digest).toList()),
                            Act.signed(digests));
                    assertArrayEquals(original.signature(), signature);
                    digests.clear();
                    ends.add(original);
                }
            });
            assertEquals(there.acts(), ends);
        }
    }

    @Test
    void reading_begins_where_it_is_told_to_within_a_taking_in_too() {
        var acts = new Acts(15);
        try (var journal = fresh()) {
            journal.append(acts.act(1), Acts.AUTHOR);
            var there = acts.elsewhere(2, 4);
            long head = journal.takeIn(there.batch(), there, Acts.NOW).spot().position();
            var all = Heard.all(journal);
            for (long from = 1; from <= head; from++) {
                var heard = new Heard();
                journal.read(from, heard);
                assertEquals(LongStream.rangeClosed(from, head).boxed().toList(), heard.positions);
                int before = all.recorded.size() - heard.recorded.size();
                for (int i = 0; i < heard.recorded.size(); i++)
                    assertEquals(all.recorded.get(before + i), heard.recorded.get(i));
            }
        }
    }

    @Test
    void numbers_of_other_replicas_are_known_and_a_clock_more_than_a_day_ahead_moves_nothing() {
        var acts = new Acts(16);
        try (var journal = fresh()) {
            var own = acts.act(1);
            journal.append(own, Acts.AUTHOR);
            var there = acts.elsewhere(2, 2);
            journal.takeIn(there.batch(), there, Acts.NOW.minus(Duration.ofDays(2)));
            assertEquals(own.entries().getFirst().at(), journal.lastStamp());
            assertEquals(3, journal.lastSeq(Acts.THERE), "the newest that came");
            assertEquals(1, journal.lastSeq(Acts.HERE));
            var later = acts.elsewhere(1, 1);
            journal.takeIn(later.batch(), later, Acts.NOW);
            assertEquals(later.acts().getFirst().entries().getFirst().at(), journal.lastStamp());
            assertEquals(5, journal.lastSeq(Acts.THERE));
        }
    }

    @Test
    void what_breaks_off_while_it_is_taken_in_leaves_nothing_behind() {
        var acts = new Acts(17);
        try (var journal = fresh()) {
            journal.append(acts.act(1), Acts.AUTHOR);
            var hash = journal.headHash();
            var there = acts.elsewhere(4, 3);
            for (int n = 1; n <= 2 * (there.frames() - 1); n++) {
                var broken = breakingOff(there, n);
                assertThrows(
                        UncheckedIOException.class, () -> journal.takeIn(there.batch(), broken, Acts.NOW));
                assertEquals(2, journal.head());
                assertEquals(hash, journal.headHash());
                assertEquals(0, journal.lastSeq(Acts.THERE));
                assertEquals(2, Heard.all(journal).positions.size());
            }
            journal.takeIn(there.batch(), there, Acts.NOW);
            assertEquals(2 + there.frames(), Heard.all(journal).positions.size());
        }
    }

    @Test
    void content_that_makes_no_whole_acts_is_refused() {
        var acts = new Acts(18);
        var there = acts.elsewhere(1, 2);
        var act = there.acts().getFirst();
        List<SignedActs> bad = List.of(
                reader -> {},
                reader -> act.entries().forEach(reader::entry),
                reader -> reader.end(act.id(), Acts.AUTHOR_THERE, 0, act.signature()),
                reader -> {
                    act.entries().forEach(reader::entry);
                    reader.end(act.id(), Acts.AUTHOR_THERE, 3, act.signature());
                },
                reader -> {
                    there.read(reader);
                    reader.withheld(new byte[32]);
                });
        try (var journal = fresh()) {
            for (var content : bad) {
                assertThrows(
                        IllegalArgumentException.class, () -> journal.takeIn(there.batch(), content, Acts.NOW));
                assertEquals(0, journal.head());
            }
            journal.append(acts.act(1), Acts.AUTHOR);
            assertEquals(2, Heard.all(journal).positions.size());
        }
    }

    /// Content that fails at the n-th thing it tells, over however many readings.
    private static SignedActs breakingOff(SignedActs content, int n) {
        int[] left = {n};
        return reader -> content.read(new SignedActs.Reader() {
            private void count() {
                if (--left[0] == 0) throw new UncheckedIOException(new IOException("the stick was pulled out"));
            }

            @Override
            public void entry(Entry entry) {
                count();
                reader.entry(entry);
            }

            @Override
            public void withheld(byte[] digest) {
                count();
                reader.withheld(digest);
            }

            @Override
            public void end(UUID act, Author author, int count, byte[] signature) {
                count();
                reader.end(act, author, count, signature);
            }
        });
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
