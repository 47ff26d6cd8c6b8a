package fourfold.store;

import static fourfold.store.gen.Tables.UNSETTLED;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;

/// The records that wait for somebody to settle a value or to answer a proposal, in the order of their kinds and in which
/// they came into this vault.
public final class UnsettledRepository {

    private final Store store;

    UnsettledRepository(Store store) {
        this.store = store;
    }

    /// A record that waits.
    ///
    /// @param conflicts how many of its fields are in conflict
    /// @param proposals how many proposals about it are open
    public record Waiting(String kind, UUID record, long conflicts, long proposals) {}

    /// The records with values in conflict.
    public List<Waiting> inConflict() {
        return where(UNSETTLED.CONFLICTS.gt(0L));
    }

    /// The records about which a proposal is open.
    public List<Waiting> proposed() {
        return where(UNSETTLED.PROPOSALS.gt(0L));
    }

    private List<Waiting> where(Condition condition) {
        return store.read(sql -> sql.selectFrom(UNSETTLED)
                .where(condition)
                .orderBy(UNSETTLED.KIND, UNSETTLED.ID)
                .fetch(row -> new Waiting(
                        row.get(UNSETTLED.KIND),
                        row.get(UNSETTLED.RECORD_ID),
                        row.get(UNSETTLED.CONFLICTS),
                        row.get(UNSETTLED.PROPOSALS))));
    }
}
