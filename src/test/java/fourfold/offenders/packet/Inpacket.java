package fourfold.offenders.packet;

import fourfold.offenders.store.Instore;

/// Sees a ring that packet may not see.
public final class Inpacket {

    private final Instore seen = new Instore();

    @Override
    public String toString() {
        return seen.toString();
    }
}
