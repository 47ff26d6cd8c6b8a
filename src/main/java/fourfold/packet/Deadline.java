package fourfold.packet;

import fourfold.packet.PacketFlaw.Refusal;
import java.util.function.LongSupplier;

/// The moment at which reading a package is given up.
final class Deadline {

    private final LongSupplier nanos;
    private final long end;
    private boolean lifted;

    Deadline(LongSupplier nanos) {
        this.nanos = nanos;
        this.end = nanos.getAsLong() + PacketFormat.LONGEST_READING.toNanos();
    }

    boolean isOver() {
        return !lifted && nanos.getAsLong() - end > 0;
    }

    /// What is read from here on has passed, and takes the time that it takes: only strangers' work is cut short.
    void lift() {
        lifted = true;
    }

    void check() throws Refusal {
        if (isOver()) throw PacketFlaw.TOO_SLOW.with();
    }
}
