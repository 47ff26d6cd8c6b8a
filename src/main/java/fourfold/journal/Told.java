package fourfold.journal;

import fourfold.core.audit.Audit;
import fourfold.core.sync.Journal.ActEnd;
import fourfold.core.sync.Journal.Erased;
import fourfold.core.sync.Journal.Logged;
import fourfold.core.sync.Journal.Reader;
import fourfold.core.sync.Journal.Recorded;
import fourfold.core.sync.Journal.Spot;
import fourfold.core.sync.Journal.TakenIn;
import fourfold.vault.StrictJson;
import fourfold.vault.Unreadable;

/// Tells a reader what frames hold.
record Told(Reader reader) {

    /// @return true, to go on
    boolean frame(int segment, Frame frame) {
        var spot = new Spot(frame.position(), segment, frame.at());
        try {
            switch (frame.kind()) {
                case ENTRY, TAKEN_ENTRY ->
                    reader.entry(new Recorded(spot, frame.act(), Erasure.entry(frame, spot)));
                case ACT_END, TAKEN_END -> reader.actEnd(end(spot, frame));
                case AUDIT -> reader.audit(new Logged(spot, event(frame)));
                case TOMBSTONE, TAKEN_TOMBSTONE -> reader.erased(erased(spot, frame));
                case WITHHELD -> reader.withheld(spot, frame.body());
                case TAKEN_IN -> reader.takenIn(takenIn(spot, frame));
            }
            return true;
        } catch (Misread broken) {
            throw Faults.damaged(segment, frame.at(), frame.position());
        }
    }

    /// A frame verifies and does not hold what it should; kept apart from what the reader itself throws.
    private static final class Misread extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misread(RuntimeException cause) {
            super(cause);
        }
    }

    private static ActEnd end(Spot spot, Frame frame) {
        try {
            var close = ActClose.of(frame.body());
            return new ActEnd(spot, frame.act(), close.author(), close.count(), close.signature());
        } catch (Unreadable | IllegalArgumentException broken) {
            throw new Misread(broken);
        }
    }

    private static TakenIn takenIn(Spot spot, Frame frame) {
        try {
            var close = BatchClose.of(frame.body());
            return new TakenIn(spot, frame.batch(), close.acts(), close.entries(), close.withheld());
        } catch (Unreadable | IllegalArgumentException broken) {
            throw new Misread(broken);
        }
    }

    private static Audit event(Frame frame) {
        try {
            return Audit.of(StrictJson.read(frame.body()));
        } catch (Unreadable | IllegalArgumentException broken) {
            throw new Misread(broken);
        }
    }

    private static Erased erased(Spot spot, Frame frame) {
        var tombstone = Tombstone.of(frame.body());
        return new Erased(spot, frame.act(), tombstone.entry(), tombstone.digest());
    }
}
