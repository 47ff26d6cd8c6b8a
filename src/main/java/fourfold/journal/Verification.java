package fourfold.journal;

import java.io.IOException;

/// Checks a whole journal frame by frame.
final class Verification {

    /// So few take some milliseconds: whoever looks on may want the processor for somebody who waits.
    private static final int EVERY = 256;

    private final Tip tip;
    private final Progress progress;
    private final ActCheck acts = new ActCheck();
    private long checked;

    Verification(Tip tip, Progress progress) {
        this.tip = tip;
        this.progress = progress;
    }

    long run(Reading reading) throws IOException {
        reading.each(1, this::frame);
        if (checked == tip.position()) progress.at(checked, tip.position());
        return checked;
    }

    private boolean frame(int segment, Frame frame) {
        try {
            acts.take(frame);
        } catch (IllegalArgumentException noAct) {
            throw Faults.damaged(segment, frame.at(), frame.position());
        }
        checked = frame.position();
        return checked % EVERY != 0 || progress.at(checked, tip.position());
    }
}
