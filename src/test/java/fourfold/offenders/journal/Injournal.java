package fourfold.offenders.journal;

import fourfold.offenders.store.Instore;

/// Sees a ring that journal may not see.
public final class Injournal {

    private final Instore seen = new Instore();

    @Override
    public String toString() {
        return seen.toString();
    }
}
