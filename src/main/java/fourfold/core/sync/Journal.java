package fourfold.core.sync;

import fourfold.core.audit.Audit;
import java.util.List;

/// All that was ever done, in order: acts with their entries, and audit events between them. It is the truth; every
/// other picture of the records is made from it. Nothing in it is ever changed.
///
/// There are two: the encrypted file, and one in memory for tests. Positions count frames from 1 and never repeat. Calls
/// come from one thread at a time for writing; reading may happen beside it.
public interface Journal extends AutoCloseable {

    /// Where a frame stands, so that one entry can be read again without reading the rest.
    ///
    /// @param position the frame's number
    /// @param segment the segment's number
    /// @param offset the frame's first byte within it
    record Spot(long position, int segment, long offset) {}

    /// One entry with its place and its act.
    record Recorded(Spot spot, java.util.UUID act, Entry entry) {}

    /// The end of an act: how many entries it had, who signed it, and the signature over their digests.
    record ActEnd(Spot spot, java.util.UUID act, Author author, int count, byte[] signature) {}

    /// One audit event with its place.
    record Logged(Spot spot, Audit event) {}

    /// What stands in the place of an entry that was lawfully erased: which entry it was, and the digest that keeps its
    /// act's signature verifiable.
    record Erased(Spot spot, java.util.UUID act, EntryId entry, byte[] digest) {}

    /// What a reading of the journal is told, in order.
    interface Reader {
        /// An entry. Its act is complete: entries of an act without an end are never shown.
        void entry(Recorded entry);

        /// The end of the act whose entries came just before.
        void actEnd(ActEnd end);

        /// An audit event.
        void audit(Logged event);

        /// The place of an erased entry, which its act still counts. A reader that only makes a picture of what is there
        /// has nothing to do.
        default void erased(Erased gone) {}
    }

    /// Writes an act and forces it to the disk. When this returns, it is saved.
    ///
    /// @return the places of the entries, in their order
    /// @throws JournalFault when it could not be made durable; then nothing of it is there
    List<Spot> append(Act act, Author author);

    /// Writes audit events and forces them to the disk.
    ///
    /// @throws JournalFault when they could not be made durable
    void log(List<Audit> events);

    /// Reads everything from that position on, in order.
    ///
    /// @throws JournalFault when a frame is damaged
    void read(long fromPosition, Reader reader);

    /// Reads one entry again.
    ///
    /// @throws JournalFault when the frame is damaged, or the entry was erased
    Entry entry(Spot spot);

    /// The newest position; 0 when nothing was written.
    long head();

    /// The chain value of the newest frame, in hexadecimal.
    String headHash();

    /// The highest entry number this replica has written here.
    long lastSeq(Replica replica);

    /// The newest stamp seen in any entry.
    Stamp lastStamp();

    @Override
    void close();
}
