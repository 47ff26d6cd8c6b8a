package fourfold.store;

import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.EVENT_PLACE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.inspection.Activity;
import fourfold.core.inspection.Led;
import fourfold.core.kernel.P;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The events of a vault added up, as far as the checks of an inspection need them.
public final class InspectionRepository {

    /// How many events are looked up at once; from ten times as many on it is quicker to read them all.
    private static final int LOOKED_UP = 100;

    private final Store store;

    InspectionRepository(Store store) {
        this.store = store;
    }

    /// The events against each threat under each P, with the newest that is not after that day.
    public List<Activity> activity(LocalDate upTo) {
        return store.read(sql -> sql.select(
                        DISRUPTION.THREAT,
                        DISRUPTION.P,
                        max(when(DISRUPTION.EVENT_DATE.le(upTo), DISRUPTION.EVENT_DATE)))
                .from(DISRUPTION)
                .where(DISRUPTION.THREAT.isNotNull())
                .groupBy(DISRUPTION.THREAT, DISRUPTION.P)
                .fetch(row -> new Activity(
                        row.value1(), ThreatRow.choice(P.class, row.value2()).orElse(null), row.value3())));
    }

    /// The assessed events that each agency led and recorded up to that day. A support that is linked to its lead is no event
    /// of its own.
    public List<Led> led(LocalDate upTo) {
        var assessed = List.of(Category.MAJOR.name(), Category.MODERATE.name(), Category.MINOR.name());
        return store.read(sql -> sql.select(DISRUPTION.LEAD_AGENCY, DISRUPTION.P, DISRUPTION.RECORD_DATE, count())
                .from(DISRUPTION)
                .where(DISRUPTION.TYPE.eq(DisruptionType.LEAD.name()))
                .and(DISRUPTION.CATEGORY.in(assessed))
                .and(DISRUPTION.RECORD_DATE.le(upTo))
                .and(DISRUPTION.LEAD_AGENCY.isNotNull())
                .and(DISRUPTION.P.isNotNull())
                .and(DISRUPTION.RECORD_ID.notIn(
                        select(EVENT_PLACE.EVENT).from(EVENT_PLACE).where(EVENT_PLACE.EVENT.ne(EVENT_PLACE.LEAD))))
                .groupBy(DISRUPTION.LEAD_AGENCY, DISRUPTION.P, DISRUPTION.RECORD_DATE)
                .fetch(row -> new Led(row.value1(), P.valueOf(row.value2()), row.value3(), row.value4())));
    }

    /// What an agency said of an event.
    public record Said(Optional<P> p, Optional<Category> category) {}

    /// What was said of those of the events that there are.
    public Map<UUID, Said> said(Collection<UUID> events) {
        var said = new HashMap<UUID, Said>();
        var all = List.copyOf(events);
        if (all.size() > 10 * LOOKED_UP) said(DSL.noCondition(), Set.copyOf(all), said);
        else
            for (int from = 0; from < all.size(); from += LOOKED_UP) {
                var page = all.subList(from, Math.min(all.size(), from + LOOKED_UP));
                said(DISRUPTION.RECORD_ID.eq(DSL.any(page.toArray(UUID[]::new))), Set.copyOf(page), said);
            }
        return said;
    }

    private void said(Condition condition, Set<UUID> wanted, Map<UUID, Said> said) {
        store.read(sql -> {
            sql.select(DISRUPTION.RECORD_ID, DISRUPTION.P, DISRUPTION.CATEGORY)
                    .from(DISRUPTION)
                    .where(condition)
                    .forEach(row -> {
                        if (wanted.contains(row.value1()))
                            said.put(
                                    row.value1(),
                                    new Said(
                                            ThreatRow.choice(P.class, row.value2()),
                                            ThreatRow.choice(Category.class, row.value3())));
                    });
            return said;
        });
    }
}
