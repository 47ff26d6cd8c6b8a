package fourfold.store;

import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.core.audit.Audit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// A journal as it was when its newest entry was that one. It can only be read. What has been taken back since is no part of
/// any picture made from it, so entries about it are mentioned wherever they stand.
final class JournalUpTo implements Journal {

    private final Journal whole;
    private final long last;

    JournalUpTo(Journal whole, long last) {
        this.whole = whole;
        this.last = last;
    }

    /// Leaves the reading at the end.
    private static final class End extends RuntimeException {
        private static final long serialVersionUID = 1L;

        End() {
            super("end", null, false, false);
        }
    }

    @Override
    public void read(long fromPosition, Reader reader) {
        try {
            whole.read(fromPosition, new Reader() {
                @Override
                public void entry(Recorded entry) {
                    if (entry.spot().position() > last) throw new End();
                    reader.entry(entry);
                }

                @Override
                public void actEnd(ActEnd end) {
                    if (end.spot().position() <= last) reader.actEnd(end);
                }

                @Override
                public void audit(Logged event) {
                    if (event.spot().position() <= last) reader.audit(event);
                }

                @Override
                public void erased(Erased gone) {
                    if (gone.spot().position() <= last) reader.erased(gone);
                }

                @Override
                public void withheld(Spot spot, byte[] digest) {
                    if (spot.position() <= last) reader.withheld(spot, digest);
                }

                @Override
                public void takenIn(TakenIn end) {
                    if (end.spot().position() <= last) reader.takenIn(end);
                }
            });
        } catch (End reached) {
            // What lies beyond is none of the reader's business.
        }
    }

    @Override
    public void mentions(long fromPosition, Consumer<Mention> told) {
        whole.mentions(fromPosition, one -> {
            if (one.spot().position() <= last || TakenBack.isSaidBy(one.kind())) told.accept(one);
        });
    }

    @Override
    public Entry entry(Spot spot) {
        return whole.entry(spot);
    }

    @Override
    public List<Entry> entries(List<Spot> spots) {
        return whole.entries(spots);
    }

    @Override
    public long head() {
        return Math.min(last, whole.head());
    }

    @Override
    public String headHash() {
        return hashAt(head());
    }

    @Override
    public String hashAt(long position) {
        return whole.hashAt(position);
    }

    @Override
    public long lastSeq(Replica replica) {
        throw readOnly();
    }

    @Override
    public Stamp lastStamp() {
        throw readOnly();
    }

    @Override
    public List<Spot> append(Act act, Author author) {
        throw readOnly();
    }

    @Override
    public TakenIn takeIn(UUID batch, SignedActs content, Instant now) {
        throw readOnly();
    }

    @Override
    public void log(List<Audit> events) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("the past can only be read");
    }

    /// The whole journal stays open.
    @Override
    public void close() {}
}
