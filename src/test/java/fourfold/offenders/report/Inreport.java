package fourfold.offenders.report;

import fourfold.offenders.store.Instore;

/// Sees a ring that report may not see.
public final class Inreport {

    private final Instore seen = new Instore();

    @Override
    public String toString() {
        return seen.toString();
    }
}
