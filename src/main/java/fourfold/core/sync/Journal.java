package fourfold.core.sync;

import fourfold.core.audit.Audit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

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
    record Recorded(Spot spot, UUID act, Entry entry) {}

    /// Where an entry stands, and of which record it is.
    record Mention(Spot spot, String kind, UUID record) {}

    /// The end of an act: how many entries it had, who signed it, and the signature over their digests.
    record ActEnd(Spot spot, UUID act, Author author, int count, byte[] signature) {}

    /// One audit event with its place.
    record Logged(Spot spot, Audit event) {}

    /// What stands in the place of an entry that was lawfully erased: which entry it was, and the digest that keeps its
    /// act's signature verifiable.
    record Erased(Spot spot, UUID act, EntryId entry, byte[] digest) {}

    /// The end of a taking-in: acts that other vaults' people did, taken in together.
    ///
    /// @param batch what names the taking-in
    /// @param acts how many there are
    /// @param entries how many entries came with them
    /// @param withheld how many stayed behind and are here as digests
    record TakenIn(Spot spot, UUID batch, int acts, int entries, int withheld) {
        /// The position of its first frame; its last one is the spot's.
        public long first() {
            return spot.position() - acts - entries - withheld;
        }
    }

    /// What a reading of the journal is told, in order. Acts that were taken in are told like those done here. A reader
    /// overrides what it needs to know, and one that hands everything on overrides all.
    interface Reader {
        /// An entry. Its act is complete: entries of an act without an end are never shown.
        default void entry(Recorded entry) {}

        /// The end of the act whose entries came just before. It counts erased and withheld entries too.
        default void actEnd(ActEnd end) {}

        /// An audit event.
        default void audit(Logged event) {}

        /// The place of an erased entry, which its act still counts.
        default void erased(Erased gone) {}

        /// The place of an entry that stayed in the vault from which its act came, and which its act still counts.
        default void withheld(Spot spot, byte[] digest) {}

        /// The end of a taking-in whose acts came just before.
        default void takenIn(TakenIn end) {}
    }

    /// Writes an act and forces it to the disk. When this returns, it is saved.
    ///
    /// @return the places of the entries, in their order
    /// @throws JournalFault when it could not be made durable; then nothing of it is there
    List<Spot> append(Act act, Author author);

    /// Takes in what people of other vaults did, all of it durable together or not at all, with one force. Whether the acts
    /// are signed, and were not taken in before, is for the caller to know.
    ///
    /// @param batch names the taking-in: the package's identity
    /// @param content is asked for its acts first, so that none has to be held
    /// @param now a stamp that is suspect then ([Stamp#isSuspect]) does not become [#lastStamp]
    /// @throws IllegalArgumentException when there is no act in it, or one without its end or with another count
    /// @throws JournalFault when it could not be made durable; then, as after anything that the content throws, nothing of
    ///     it is there
    TakenIn takeIn(UUID batch, SignedActs content, Instant now);

    /// Writes audit events and forces them to the disk.
    ///
    /// @throws JournalFault when they could not be made durable
    void log(List<Audit> events);

    /// Reads everything from that position on, in order.
    ///
    /// @throws JournalFault when a frame is damaged
    void read(long fromPosition, Reader reader);

    /// Tells of each entry from that position on, in order, where it stands and of which record it is: what else it says is
    /// passed over, which is quicker than reading it.
    ///
    /// @throws JournalFault when a frame is damaged
    default void mentions(long fromPosition, Consumer<Mention> told) {
        read(fromPosition, new Reader() {
            @Override
            public void entry(Recorded recorded) {
                var entry = recorded.entry();
                told.accept(new Mention(recorded.spot(), entry.kind(), entry.record()));
            }
        });
    }

    /// Reads one entry again.
    ///
    /// @throws JournalFault when the frame is damaged, or the entry was erased
    Entry entry(Spot spot);

    /// Reads several entries again, quickest where they are asked for in the order in which they stand.
    ///
    /// @return them, in the order of the spots
    /// @throws JournalFault when a frame is damaged, or an entry was erased
    default List<Entry> entries(List<Spot> spots) {
        return spots.stream().map(this::entry).toList();
    }

    /// The newest position; 0 when nothing was written.
    long head();

    /// The chain value of the newest frame, in hexadecimal.
    String headHash();

    /// The chain value after the frame at that position, from 1 to the head, in hexadecimal.
    String hashAt(long position);

    /// The highest entry number of this replica here, whether it was written here or taken in.
    long lastSeq(Replica replica);

    /// The newest stamp of any entry that was not suspect when it came.
    Stamp lastStamp();

    @Override
    void close();
}
