package fourfold.offenders.store;

import org.jooq.Condition;

/// Lets jOOQ out of the store.
public final class ThreatRepository {

    /// How many threats there are under a condition of the caller's.
    public int count(Condition where) {
        return where.toString().length();
    }
}
