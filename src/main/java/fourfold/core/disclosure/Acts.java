package fourfold.core.disclosure;

import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import java.util.UUID;

/// Acts that can be read from the start any number of times, always the same ones in the same order.
public interface Acts {

    /// What a reading is told: the entries of an act in order, then its end.
    interface Reader {
        /// The next entry of the act.
        void entry(Entry entry);

        /// The end of the act whose entries came just before.
        ///
        /// @param signature the author's, over the digests of all its entries
        void end(UUID act, Author author, byte[] signature);
    }

    /// Reads all of them.
    void read(Reader reader);

    /// The acts that the journal holds now. What is appended later is no part of them, so that what was weighed is what
    /// is sent.
    static Acts of(Journal journal) {
        long head = journal.head();
        return reader -> journal.read(1, new Journal.Reader() {
            @Override
            public void entry(Journal.Recorded recorded) {
                if (recorded.spot().position() <= head) reader.entry(recorded.entry());
            }

            @Override
            public void actEnd(Journal.ActEnd end) {
                if (end.spot().position() <= head) reader.end(end.act(), end.author(), end.signature());
            }

            @Override
            public void audit(Journal.Logged event) {
                // consultations and the like never travel
            }
        });
    }
}
