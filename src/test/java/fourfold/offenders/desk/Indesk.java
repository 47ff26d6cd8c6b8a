package fourfold.offenders.desk;

import fourfold.offenders.ui.Inui;

/// Sees a ring that desk may not see.
public final class Indesk {

    private final Inui seen = new Inui();

    @Override
    public String toString() {
        return seen.toString();
    }
}
