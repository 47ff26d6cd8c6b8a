package fourfold.journal;

import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.vault.Unreadable;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks that frames in order make wholes: entries of one act, then its end with their count and their digests; or acts
/// that were taken in, then the end of the taking-in with their counts; and audit events only between these.
final class ActCheck {

    /// What the frames until here are when the last of them ended something.
    ///
    /// @param highest for each replica the highest entry number in it
    /// @param stamp the newest of its entries
    record Whole(Versions highest, Stamp stamp) {
        static final Whole NOTHING = new Whole(Versions.NONE, Stamp.ZERO);
    }

    private final MessageDigest digests = ActTally.sha256();
    private final MessageDigest digest = ActTally.sha256();
    private @Nullable UUID batch;
    private @Nullable UUID act;
    private int count;
    private boolean taking;
    private int acts;
    private int entries;
    private int withheld;
    private Whole taken = Whole.NOTHING;

    /// Takes the next frame.
    ///
    /// @return what the frames up to this one add to the journal when they are whole: an act, a taking-in, an audit event;
    ///     nothing as long as something has begun and not ended
    /// @throws IllegalArgumentException when the frames do not make wholes
    @Nullable Whole take(Frame frame) {
        require(batch == null || (batch.equals(frame.batch()) && taking == frame.isTaken()));
        batch = frame.batch();
        taking = frame.isTaken();
        try {
            var whole = switch (frame.kind()) {
                case ENTRY, TAKEN_ENTRY -> entry(frame, digest.digest(frame.body()));
                case TOMBSTONE, TAKEN_TOMBSTONE -> entry(frame, Tombstone.of(frame.body()).digest());
                case WITHHELD -> withheld(frame);
                case ACT_END -> ownEnd(frame);
                case TAKEN_END -> takenEnd(frame);
                case AUDIT -> audit();
                case TAKEN_IN -> takenIn(frame);
            };
            if (whole != null) batch = null;
            return whole;
        } catch (Unreadable broken) {
            throw new IllegalArgumentException("an end that is none", broken);
        }
    }

    private @Nullable Whole entry(Frame frame, byte[] of) {
        entries++;
        return next(frame, of);
    }

    private @Nullable Whole withheld(Frame frame) {
        require(frame.body().length == Frame.HASH);
        withheld++;
        return next(frame, frame.body());
    }

    private @Nullable Whole next(Frame frame, byte[] of) {
        require(act == null || act.equals(frame.act()));
        act = frame.act();
        count++;
        digests.update(of);
        return null;
    }

    private Whole ownEnd(Frame frame) {
        entries = 0;
        return actEnd(frame);
    }

    private Whole actEnd(Frame frame) {
        var close = ActClose.of(frame.body());
        require(frame.act().equals(act)
                && close.count() == count
                && Arrays.equals(close.digests(), digests.digest()));
        act = null;
        count = 0;
        return new Whole(close.highest(), close.stamp());
    }

    private @Nullable Whole takenEnd(Frame frame) {
        var one = actEnd(frame);
        acts++;
        taken = new Whole(taken.highest().with(one.highest()), Tip.later(taken.stamp(), one.stamp()));
        return null;
    }

    private Whole takenIn(Frame frame) {
        require(acts > 0 && act == null && BatchClose.of(frame.body()).equals(new BatchClose(acts, entries, withheld)));
        var whole = taken;
        taken = Whole.NOTHING;
        acts = 0;
        withheld = 0;
        entries = 0;
        return whole;
    }

    private Whole audit() {
        require(act == null);
        return Whole.NOTHING;
    }

    private static void require(boolean whole) {
        if (!whole) throw new IllegalArgumentException("frames that make no act");
    }
}
