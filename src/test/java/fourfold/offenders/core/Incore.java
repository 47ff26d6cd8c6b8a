package fourfold.offenders.core;

import fourfold.offenders.app.Inapp;

/// Sees a ring that core may not see.
public final class Incore {

    private final Inapp seen = new Inapp();

    @Override
    public String toString() {
        return seen.toString();
    }
}
