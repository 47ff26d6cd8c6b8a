package fourfold.store;

import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.EVENT_PLACE;
import static fourfold.store.gen.Tables.THREAT_LINE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import fourfold.core.disruption.DisruptionType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// What each agency has in this vault.
public final class RegionRepository {

    /// @param threats open ones that it owns
    /// @param openActions of those threats
    /// @param events that it led
    public record Counts(long threats, long openActions, long events) {}

    private final Store store;

    RegionRepository(Store store) {
        this.store = store;
    }

    /// The counts by agency, of events from that day to the other. A support that is linked to its lead is no event of its
    /// own.
    public Map<String, Counts> counts(LocalDate from, LocalDate to) {
        return store.read(sql -> {
            var counts = new HashMap<String, Counts>();
            sql.select(THREAT_LINE.AGENCY, count(), sum(THREAT_LINE.ACTIONS_OPEN))
                    .from(THREAT_LINE)
                    .where(THREAT_LINE.CLOSED_PHASE.isFalse())
                    .and(THREAT_LINE.AGENCY.isNotNull())
                    .groupBy(THREAT_LINE.AGENCY)
                    .forEach(row -> counts.put(row.value1(), new Counts(row.value2(), row.value3().longValue(), 0)));
            sql.select(DISRUPTION.LEAD_AGENCY, count())
                    .from(DISRUPTION)
                    .where(DISRUPTION.EVENT_DATE.between(from, to))
                    .and(DISRUPTION.LEAD_AGENCY.isNotNull())
                    .and(DISRUPTION.TYPE.isNull().or(DISRUPTION.TYPE.ne(DisruptionType.SUPPORT.name())))
                    .and(DISRUPTION.RECORD_ID.notIn(select(EVENT_PLACE.EVENT)
                            .from(EVENT_PLACE)
                            .where(EVENT_PLACE.EVENT.ne(EVENT_PLACE.LEAD))))
                    .groupBy(DISRUPTION.LEAD_AGENCY)
                    .forEach(row -> counts.merge(
                            row.value1(),
                            new Counts(0, 0, row.value2()),
                            (there, more) -> new Counts(there.threats(), there.openActions(), more.events())));
            return counts;
        });
    }
}
