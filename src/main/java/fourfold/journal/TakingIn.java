package fourfold.journal;

import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal.Spot;
import fourfold.core.sync.Journal.TakenIn;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.journal.Frame.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One taking-in on its way into the journal. An act's identity comes after its entries, and each of their frames has it; so
/// the identities are asked for first.
final class TakingIn {

    private final UUID batch;
    private final SignedActs content;
    private final ActTally tally;
    private final List<UUID> acts;
    private @Nullable IOException failed;
    private @Nullable TakenIn done;
    private Versions highest = Versions.NONE;
    private Stamp stamp = Stamp.ZERO;
    private int ended;
    private int entries;
    private int withheld;

    /// @throws IllegalArgumentException when there is no act in it
    TakingIn(UUID batch, SignedActs content, Instant now) {
        this.batch = batch;
        this.content = content;
        tally = new ActTally(at -> !at.isSuspect(now));
        acts = content.actIds();
        if (acts.isEmpty()) throw new IllegalArgumentException("no act to take in");
    }

    /// Writes all frames, the last one included, and forces nothing.
    ///
    /// @throws IllegalArgumentException when the content makes no whole acts
    Tip write(Appender to, Tip from) throws IOException {
        try {
            content.read(new Frames(to));
        } catch (RuntimeException theirs) {
            // where the disk was the reason, that is said below
            if (failed == null) throw theirs;
        }
        if (failed != null) throw failed;
        require(tally.count() == 0 && ended == acts.size());
        var spot = new Spot(to.position() + 1, from.segment(), to.end());
        done = new TakenIn(spot, batch, ended, entries, withheld);
        to.add(Label.of(Kind.TAKEN_IN, batch), new BatchClose(ended, entries, withheld).body());
        return new Tip(
                to.position(), to.chain(), from.segment(), to.end(), from.highest().with(highest),
                Tip.later(from.stamp(), stamp));
    }

    /// What was written.
    TakenIn done() {
        if (done == null) throw new IllegalStateException("nothing was written");
        return done;
    }

    private static void require(boolean whole) {
        if (!whole) throw new IllegalArgumentException("content that makes no whole acts");
    }

    private final class Frames implements SignedActs.Reader {
        private final Appender to;

        Frames(Appender to) {
            this.to = to;
        }

        @Override
        public void entry(Entry entry) {
            var body = entry.json().canonical();
            tally.entry(entry, body);
            entries++;
            add(Kind.TAKEN_ENTRY, body);
        }

        @Override
        public void withheld(byte[] digest) {
            require(digest.length == Frame.HASH);
            tally.withheld(digest);
            withheld++;
            add(Kind.WITHHELD, digest);
        }

        @Override
        public void end(UUID act, Author author, int count, byte[] signature) {
            require(ended < acts.size() && acts.get(ended).equals(act) && count > 0 && count == tally.count());
            var close = tally.close(author, signature);
            highest = highest.with(close.highest());
            stamp = Tip.later(stamp, close.stamp());
            add(Kind.TAKEN_END, close.body());
            ended++;
        }

        private void add(Kind kind, byte[] body) {
            require(ended < acts.size());
            try {
                to.add(new Label(kind, batch, acts.get(ended)), body);
            } catch (IOException unwritten) {
                failed = unwritten;
                throw new UncheckedIOException(unwritten);
            }
        }
    }
}
