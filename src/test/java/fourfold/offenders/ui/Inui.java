package fourfold.offenders.ui;

import fourfold.offenders.store.Instore;

/// Sees a ring that ui may not see.
public final class Inui {

    private final Instore seen = new Instore();

    @Override
    public String toString() {
        return seen.toString();
    }
}
