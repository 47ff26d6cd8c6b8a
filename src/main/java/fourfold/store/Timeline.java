package fourfold.store;

import static fourfold.store.gen.Tables.ACT;
import static fourfold.store.gen.Tables.ENTRY;

import fourfold.core.sync.Journal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The index of the journal by record: who changed which record when, which fields, and where the entry stands, so that
/// it can be read there again.
public final class Timeline {

    private final Store store;
    private final RecordTables tables;

    Timeline(Store store, RecordTables tables) {
        this.store = store;
        this.tables = tables;
    }

    /// One entry of a record.
    ///
    /// @param user the collar number of whoever wrote it
    /// @param created whether it was the record's first, which wrote whatever the record then held
    /// @param fields the names of the fields that a later one wrote
    public record Line(
            Journal.Spot spot, String kind, String user, String agency, String role, String operation, boolean created, Set<String> fields) {}

    /// The entries of these records, oldest first.
    ///
    /// @param records identities by the name of their kind
    public List<Line> of(Map<String, ? extends Collection<UUID>> records) {
        var lines = new ArrayList<Line>();
        records.forEach((kind, ids) -> lines.addAll(of(kind, ids)));
        lines.sort(Comparator.comparingLong(line -> line.spot().position()));
        return lines;
    }

    private List<Line> of(String kind, Collection<UUID> ids) {
        var table = tables.of(kind);
        return store.read(sql -> {
            var rows = table.find(sql, ids).values().stream().map(RecordTable.Row::id).toArray(Long[]::new);
            var lines = new ArrayList<Line>();
            var found = sql.select(
                            ENTRY.ID,
                            ENTRY.SEGMENT,
                            ENTRY.FRAME_OFFSET,
                            ENTRY.KIND,
                            ACT.ACTOR,
                            ACT.AGENCY,
                            ACT.ROLE,
                            ENTRY.OPERATION,
                            ENTRY.CHANGED)
                    .from(ENTRY)
                    .join(ACT)
                    .on(ENTRY.ACT.eq(ACT.ID))
                    .where(ENTRY.RECORD.eq(org.jooq.impl.DSL.any(rows)))
                    .fetch();
            for (var row : found) {
                lines.add(new Line(
                        new Journal.Spot(row.value1(), Math.toIntExact(row.value2()), row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9() == null,
                        fields(row.value9())));
            }
            return lines;
        });
    }

    private static Set<String> fields(@org.jspecify.annotations.Nullable String changed) {
        return changed == null ? Set.of() : new HashSet<>(Arrays.asList(changed.split(" ")));
    }
}
