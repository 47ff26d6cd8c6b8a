package fourfold.store;

import static fourfold.store.gen.Tables.OTHER_RECORD;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/// The records of a kind without a table of its own: local ones, and kinds of a newer version. Their values stand in one
/// cell, as JSON.
final class OtherTable extends RecordTable {

    OtherTable(String kind) {
        super(
                kind,
                OTHER_RECORD,
                List.of(
                        OTHER_RECORD.ID,
                        OTHER_RECORD.RECORD_ID,
                        OTHER_RECORD.KIND,
                        OTHER_RECORD.REF_KEY,
                        OTHER_RECORD.CONTENT,
                        OTHER_RECORD.KEPT_VERSION,
                        OTHER_RECORD.KEPT_STATE,
                        OTHER_RECORD.KEPT_CONFLICTS),
                Merging.ORDINARY);
    }

    @Override
    @Nullable Object[] cells(Row row, long conflicts) {
        return new @Nullable Object[] {
            row.id(),
            row.record(),
            kind(),
            refKey(row.values(), "ref"),
            Json.of(row.values()).canonicalText(),
            row.version(),
            row.state(),
            conflicts
        };
    }

    @Override
    Row read(ResultSet cells) throws SQLException {
        return new Row(
                cells.getLong(1),
                cells.getObject(2, UUID.class),
                cells.getLong(6),
                CanonicalText.read(cells.getString(5)).members().values(),
                cells.getString(7),
                false);
    }

    @Override
    Condition mine() {
        return OTHER_RECORD.KIND.eq(kind());
    }
}
