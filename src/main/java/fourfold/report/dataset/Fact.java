package fourfold.report.dataset;

import fourfold.core.kernel.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A record with the moment at which this vault recorded its newest change.
public record Fact<K extends Entity<K>>(K record, Instant changedAt) {

    static final String CHANGED_AT = "changed_at";
    static final String CHANGED =
            "When this vault recorded the newest change of the record, in UTC. Load what is later than your last load.";

    String id() {
        return record.id().toString();
    }

    String changed() {
        return changedAt.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
