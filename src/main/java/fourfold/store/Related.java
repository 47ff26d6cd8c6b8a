package fourfold.store;

import static fourfold.store.gen.Tables.ACTION;
import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.PLAN;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;

/// Whole records that belong to others, read within somebody's transaction.
final class Related {

    private final RecordTables tables;

    Related(RecordTables tables) {
        this.tables = tables;
    }

    /// The records for which that holds, in that order, at most `limit`.
    <K extends Entity<K>> List<Kept<K>> where(
            DSLContext sql, Fields<K> fields, Condition condition, List<SortField<?>> order, int limit, int offset) {
        var table = tables.of(fields.kind());
        var found = new ArrayList<Kept<K>>();
        try (var cells = sql.select(table.fields())
                .from(table.table())
                .where(table.mine())
                .and(condition)
                .orderBy(order)
                .limit(limit)
                .offset(offset)
                .fetchResultSet()) {
            while (cells.next()) found.add(Records.kept(table, fields, table.read(cells)));
        } catch (SQLException failure) {
            throw StoreFault.of(failure);
        }
        return found;
    }

    <K extends Entity<K>> Optional<Kept<K>> one(DSLContext sql, Fields<K> fields, Id<K> id) {
        var table = tables.of(fields.kind());
        return where(sql, fields, table.recordId().eq(id.value()), List.of(table.id().asc()), 1, 0).stream()
                .findFirst();
    }

    Optional<Kept<Plan>> plan(DSLContext sql, Id<Threat> threat) {
        return where(sql, Plan.FIELDS, PLAN.THREAT.eq(threat.value()), List.of(PLAN.ID.asc()), 1, 0).stream()
                .findFirst();
    }

    List<Kept<Action>> actions(DSLContext sql, Id<Threat> threat) {
        return where(
                sql, Action.FIELDS, ACTION.THREAT.eq(threat.value()), List.of(ACTION.ID.asc()), Integer.MAX_VALUE, 0);
    }

    /// The newest events of a threat first.
    List<Kept<Disruption>> events(DSLContext sql, Id<Threat> threat, int limit) {
        return where(
                sql,
                Disruption.FIELDS,
                DISRUPTION.THREAT.eq(threat.value()),
                List.of(DISRUPTION.EVENT_DATE.desc(), DISRUPTION.ID.desc()),
                limit,
                0);
    }
}
