package fourfold.packet;

import fourfold.packet.PacketFlaw.Refusal;
import java.util.function.LongSupplier;

/// The moment at which reading a package is given up.
final class Deadline {

    private final LongSupplier nanos;
    private final long end;

    Deadline(LongSupplier nanos) {
        this.nanos = nanos;
        this.end = nanos.getAsLong() + PacketFormat.LONGEST_READING.toNanos();
    }

    boolean isOver() {
        return nanos.getAsLong() - end > 0;
    }

    void check() throws Refusal {
        if (isOver()) throw PacketFlaw.TOO_SLOW.with();
    }
}
