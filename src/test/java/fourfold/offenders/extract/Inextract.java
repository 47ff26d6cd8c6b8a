package fourfold.offenders.extract;

import fourfold.offenders.vault.Invault;

/// Sees a ring that extract may not see.
public final class Inextract {

    private final Invault seen = new Invault();

    @Override
    public String toString() {
        return seen.toString();
    }
}
