package fourfold.offenders.store;

import fourfold.offenders.vault.Invault;

/// Sees a ring that store may not see.
public final class Instore {

    private final Invault seen = new Invault();

    @Override
    public String toString() {
        return seen.toString();
    }
}
