package fourfold.store;

import static fourfold.store.gen.Tables.UNSETTLED;

import fourfold.core.sync.RecordState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Writes which records wait for somebody to settle a value or to answer a proposal.
final class UnsettledTable {

    /// A record that waits, or has waited until now.
    ///
    /// @param conflicts how many of its fields are in conflict
    /// @param proposals how many proposals about it are open
    record Waiting(long id, UUID record, long conflicts, long proposals) {}

    private final Connection connection;
    private final DSLContext sql;

    UnsettledTable(Connection connection, DSLContext sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /// How many proposals are open: each is an entry, whatever the number of its fields.
    static long proposals(RecordState state) {
        return state.proposals().values().stream()
                .flatMap(List::stream)
                .map(RecordState.Head::entry)
                .distinct()
                .count();
    }

    void write(String kind, List<Waiting> records) throws SQLException {
        if (records.isEmpty()) return;
        var gone = sql.render(sql.deleteFrom(UNSETTLED)
                .where(UNSETTLED.ID.eq(DSL.field("?", Long.class)))
                .and(UNSETTLED.KIND.eq(DSL.field("?", String.class))));
        var there = RecordTable.insertSql(sql, UNSETTLED, List.of(UNSETTLED.fields()));
        try (var delete = connection.prepareStatement(gone);
                var insert = connection.prepareStatement(there)) {
            boolean any = false;
            for (var one : records) {
                delete.setLong(1, one.id());
                delete.setString(2, kind);
                delete.addBatch();
                if (one.conflicts() + one.proposals() == 0) continue;
                RecordTable.bind(
                        insert, new @Nullable Object[] {one.id(), kind, one.record(), one.conflicts(), one.proposals()});
                insert.addBatch();
                any = true;
            }
            delete.executeBatch();
            if (any) insert.executeBatch();
        }
    }
}
