package fourfold.offenders.vault;

import fourfold.offenders.store.Instore;

/// Sees a ring that vault may not see.
public final class Invault {

    private final Instore seen = new Instore();

    @Override
    public String toString() {
        return seen.toString();
    }
}
