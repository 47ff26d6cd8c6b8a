package fourfold.offenders.cli;

import fourfold.offenders.vault.Invault;

/// Sees a ring that cli may not see.
public final class Incli {

    private final Invault seen = new Invault();

    @Override
    public String toString() {
        return seen.toString();
    }
}
