package fourfold.core.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;

/// Acts as their authors signed them, of which some entries may have stayed behind. They can be read from the start any
/// number of times, always the same ones in the same order.
@FunctionalInterface
public interface SignedActs {

    /// What a reading is told: what an act consists of in order, then its end. A reader overrides what it needs to know, and
    /// one that hands everything on overrides all.
    interface Reader {
        /// The next entry of the act.
        default void entry(Entry entry) {}

        /// The place of the next entry of the act, which stayed behind in some vault on the way.
        ///
        /// @param digest SHA-256 over its canonical bytes, salt included
        default void withheld(byte[] digest) {}

        /// The end of the act whose entries came just before.
        ///
        /// @param count how many entries it has, those that stayed behind included
        /// @param signature the author's, over the digests of all of them
        default void end(UUID act, Author author, int count, byte[] signature) {}
    }

    /// Reads all of them.
    void read(Reader reader);

    /// The records that there are entries of, by kind. Whoever knows them need not read for it.
    default Map<String, Set<UUID>> about() {
        var records = new TreeMap<String, Set<UUID>>();
        read(new Reader() {
            @Override
            public void entry(Entry entry) {
                records.computeIfAbsent(entry.kind(), kind -> new HashSet<>()).add(entry.record());
            }
        });
        return records;
    }

    /// The identities of the acts, in their order. Whoever knows them need not read for it.
    default List<UUID> actIds() {
        var acts = new ArrayList<UUID>();
        read(new Reader() {
            @Override
            public void end(UUID act, Author author, int count, byte[] signature) {
                acts.add(act);
            }
        });
        return acts;
    }

    /// The acts that the journal holds now, those of other vaults included. What is appended later is no part of them, so
    /// that what was weighed is what is sent. Of an erased entry there is only the digest, as of one that was withheld.
    static SignedActs of(Journal journal) {
        return of(journal, position -> false);
    }

    /// The same without what stands at some positions, which are those of whole acts.
    static SignedActs of(Journal journal, LongPredicate leftOut) {
        long head = journal.head();
        return reader -> journal.read(1, new Journal.Reader() {
            private boolean counts(Journal.Spot spot) {
                return spot.position() <= head && !leftOut.test(spot.position());
            }

            @Override
            public void entry(Journal.Recorded recorded) {
                if (counts(recorded.spot())) reader.entry(recorded.entry());
            }

            @Override
            public void withheld(Journal.Spot spot, byte[] digest) {
                if (counts(spot)) reader.withheld(digest);
            }

            @Override
            public void erased(Journal.Erased gone) {
                if (counts(gone.spot())) reader.withheld(gone.digest());
            }

            @Override
            public void actEnd(Journal.ActEnd end) {
                if (counts(end.spot())) reader.end(end.act(), end.author(), end.count(), end.signature());
            }
        });
    }
}
