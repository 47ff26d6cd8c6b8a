package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.core.audit.Audit;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.SignedActs;
import fourfold.journal.MemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A journal as it was.
class JournalUpToTest {

    /// What a reading told, each with its position.
    private record Told(long position, String what) {}

    private static List<Told> told(Journal journal) {
        var told = new ArrayList<Told>();
        journal.read(1, new Journal.Reader() {
            private void say(Journal.Spot spot, String what) {
                told.add(new Told(spot.position(), what));
            }

            @Override
            public void entry(Journal.Recorded entry) {
                say(entry.spot(), "entry");
            }

            @Override
            public void actEnd(Journal.ActEnd end) {
                say(end.spot(), "end of an act");
            }

            @Override
            public void audit(Journal.Logged event) {
                say(event.spot(), "audit");
            }

            @Override
            public void withheld(Journal.Spot spot, byte[] digest) {
                say(spot, "withheld");
            }

            @Override
            public void takenIn(Journal.TakenIn end) {
                say(end.spot(), "taken in");
            }
        });
        return told;
    }

    /// The acts, without every other entry.
    private static SignedActs half(SignedActs acts) {
        return reader -> acts.read(new SignedActs.Reader() {
            private int count;

            @Override
            public void entry(Entry entry) {
                if (count++ % 2 == 0) reader.withheld(entry.digest());
                else reader.entry(entry);
            }

            @Override
            public void end(UUID act, Author author, int entries, byte[] signature) {
                reader.end(act, author, entries, signature);
            }
        });
    }

    @Test
    void tells_all_that_the_whole_journal_tells_up_to_there() {
        var elsewhere = new MemoryJournal();
        new Histories(61).append(elsewhere, 5);
        var journal = new MemoryJournal();
        new Histories(62).append(journal, 3);
        journal.log(List.of(new Audit(Audit.Kind.LOCK, Instant.EPOCH, "X1", Map.of())));
        journal.takeIn(new UUID(1, 1), half(SignedActs.of(elsewhere)), Instant.EPOCH);
        new Histories(63).append(journal, 2);
        var whole = told(journal);
        assertEquals(5, whole.stream().map(Told::what).distinct().count());
        for (long last = 0; last <= journal.head(); last++) {
            long upTo = last;
            assertEquals(
                    whole.stream().filter(one -> one.position() <= upTo).toList(),
                    told(new JournalUpTo(journal, last)),
                    "up to " + last);
        }
    }
}
