package fourfold.store;

import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.DISRUPTION_AWAITING;
import static fourfold.store.gen.Tables.DISRUPTION_SUPPORT;
import static fourfold.store.gen.Tables.EVENT_PLACE;
import static fourfold.store.gen.Tables.THREAT_LINE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.select;

import fourfold.core.disruption.CountingRule;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Id;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Disruption events: the list, those of one threat, and those that await moderation.
public final class DisruptionRepository {

    /// What the list can be in the order of; the newest first, or the oldest.
    public enum Order {
        EVENT_DATE,
        RECORD_DATE,
        REF
    }

    /// An event with what a line says of its threat.
    ///
    /// @param threatRef empty where the threat is not known here
    public record DisruptionRow(Kept<Disruption> event, String threatRef, String threatName, String threatLro) {}

    private final Store store;
    private final Related related;

    DisruptionRepository(Store store, Related related) {
        this.store = store;
        this.related = related;
    }

    /// The events that the filter lets through, in that order.
    public Page<DisruptionRow> list(DisruptionFilter filter, Order order, boolean ascending, int limit, int offset) {
        return store.read(sql -> {
            var condition = condition(filter);
            var field = switch (order) {
                case EVENT_DATE -> DISRUPTION.EVENT_DATE;
                case RECORD_DATE -> DISRUPTION.RECORD_DATE;
                case REF -> DISRUPTION.REF;
            };
            var sort = List.of(
                    ascending ? field.asc() : field.desc(), ascending ? DISRUPTION.ID.asc() : DISRUPTION.ID.desc());
            var events = related.where(sql, Disruption.FIELDS, condition, List.copyOf(sort), limit, offset);
            long total = sql.fetchCount(DISRUPTION);
            long matching = filter.equals(DisruptionFilter.ALL) ? total : sql.fetchCount(DISRUPTION, condition);
            return new Page<>(rows(sql, events), matching, total);
        });
    }

    /// An event with what a line says of its threat.
    public DisruptionRow row(Kept<Disruption> event) {
        return store.read(sql -> rows(sql, List.of(event)).getFirst());
    }

    /// The newest events of a threat first.
    public List<Kept<Disruption>> of(Id<Threat> threat, int limit) {
        return store.read(sql -> related.events(sql, threat, limit));
    }

    /// The events that a second person still has to look at, of those LROs' threats or of all, oldest first.
    ///
    /// @param lroCollars collar numbers in capitals; empty for all
    public List<DisruptionRow> awaitingModeration(Set<String> lroCollars) {
        return store.read(sql -> rows(
                sql,
                related.where(
                        sql,
                        Disruption.FIELDS,
                        DISRUPTION.ID
                                .in(select(DISRUPTION_AWAITING.ID).from(DISRUPTION_AWAITING))
                                .and(ofLros(lroCollars)),
                        List.of(DISRUPTION.EVENT_DATE.asc(), DISRUPTION.ID.asc()),
                        Integer.MAX_VALUE,
                        0)));
    }

    private static Condition ofLros(Set<String> lroCollars) {
        if (lroCollars.isEmpty()) return DSL.noCondition();
        return DISRUPTION.THREAT.in(
                select(THREAT_LINE.RECORD_ID).from(THREAT_LINE).where(THREAT_LINE.LRO_COLLAR.in(lroCollars)));
    }

    private static Condition condition(DisruptionFilter filter) {
        return and(
                words(filter.text()),
                Like.choices(DISRUPTION.TYPE, filter.types()),
                Like.choices(DISRUPTION.P, filter.ps()),
                Like.choices(DISRUPTION.CATEGORY, filter.categories()),
                Like.choices(DISRUPTION.MODERATION, filter.moderation()),
                Like.among(DISRUPTION.LEAD_AGENCY, filter.leadAgencies()),
                supported(filter.supporting()),
                Like.among(DISRUPTION.LEAD_UNIT, filter.leadUnits()),
                filter.from().map(DISRUPTION.EVENT_DATE::ge).orElse(DSL.noCondition()),
                filter.to().map(DISRUPTION.EVENT_DATE::le).orElse(DSL.noCondition()),
                ofLros(filter.lroCollars()),
                filter.counting().map(DisruptionRepository::counting).orElse(DSL.noCondition()));
    }

    private static Condition words(String text) {
        var all = new ArrayList<Condition>();
        for (var word : text.strip().split("\\s+")) {
            if (word.isEmpty()) continue;
            all.add(Like.words(
                            word, DISRUPTION.REF, DISRUPTION.SUMMARY, DISRUPTION.LEAD_UNIT, DISRUPTION.LEAD_AGENCY)
                    .or(DISRUPTION.THREAT.in(select(THREAT_LINE.RECORD_ID)
                            .from(THREAT_LINE)
                            .where(Like.words(word, THREAT_LINE.REF, THREAT_LINE.NAME)))));
        }
        return DSL.and(all);
    }

    private static Condition counting(DisruptionFilter.Counting counting) {
        Condition any = DSL.or(counting.rules().all().stream().map(DisruptionRepository::countedBy).toList());
        // an event that is linked as the support of another counts through that one, whatever it says of itself
        any = any.andNot(DISRUPTION.RECORD_ID.in(
                select(EVENT_PLACE.EVENT).from(EVENT_PLACE).where(EVENT_PLACE.EVENT.ne(EVENT_PLACE.LEAD))));
        return counting.counts() ? any : DSL.coalesce(DSL.field(any), DSL.inline(false)).isFalse();
    }

    private static Condition countedBy(CountingRule rule) {
        var from = rule.validFrom();
        var to = rule.validTo();
        return and(
                DISRUPTION.RECORD_DATE.isNotNull(),
                from == null ? DSL.noCondition() : DISRUPTION.RECORD_DATE.ge(from),
                to == null ? DSL.noCondition() : DISRUPTION.RECORD_DATE.le(to),
                Like.choices(DISRUPTION.THREAT_KIND, rule.kinds()),
                Like.choices(DISRUPTION.TYPE, rule.types()),
                Like.choices(DISRUPTION.CATEGORY, rule.categories()),
                Like.choices(DISRUPTION.MODERATION, rule.moderations()));
    }

    private static Condition supported(Set<String> agencies) {
        if (agencies.isEmpty()) return DSL.noCondition();
        return DISRUPTION.ID.in(select(DISRUPTION_SUPPORT.ID)
                .from(DISRUPTION_SUPPORT)
                .where(DISRUPTION_SUPPORT.AGENCY.in(agencies)));
    }

    private static List<DisruptionRow> rows(DSLContext sql, List<Kept<Disruption>> events) {
        var threats = events.stream()
                .flatMap(event -> event.record().find(Disruption.THREAT).stream())
                .map(Id::value)
                .distinct()
                .toArray(UUID[]::new);
        var lines = sql.select(THREAT_LINE.RECORD_ID, THREAT_LINE.REF, THREAT_LINE.NAME, THREAT_LINE.LRO)
                .from(THREAT_LINE)
                .where(THREAT_LINE.RECORD_ID.eq(DSL.any(threats)))
                .fetchMap(THREAT_LINE.RECORD_ID);
        return events.stream()
                .map(event -> {
                    var line = event.record()
                            .find(Disruption.THREAT)
                            .map(Id::value)
                            .map(lines::get)
                            .orElse(null);
                    return line == null
                            ? new DisruptionRow(event, "", "", "")
                            : new DisruptionRow(
                                    event,
                                    ThreatRow.text(line.value2()),
                                    ThreatRow.text(line.value3()),
                                    ThreatRow.text(line.value4()));
                })
                .toList();
    }
}
