package fourfold.store;

import static fourfold.store.gen.Tables.THREAT_LINE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;

import fourfold.core.threat.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What each LRO carries.
public final class WorkloadRepository {

    /// What one LRO carries: open threats and open actions.
    ///
    /// @param lro the label as written on one of the threats; empty for threats without an LRO
    /// @param collar the collar number in capitals, empty where the label carries none
    /// @param tiers open threats by tier; those without a tier are in `threats` only
    public record Workload(String lro, String collar, long threats, Map<Tier, Long> tiers, long openActions) {
        public Workload {
            tiers = Collections.unmodifiableMap(new EnumMap<>(tiers));
        }
    }

    private final Store store;

    WorkloadRepository(Store store) {
        this.store = store;
    }

    /// The workload of those LROs, or of all where the set is empty, by collar number.
    ///
    /// @param lros collar numbers in capitals
    public List<Workload> workload(Set<String> lros) {
        var who = coalesce(THREAT_LINE.LRO_COLLAR, THREAT_LINE.LRO, inline(""));
        return store.read(sql -> {
            var found = new TreeMap<String, Workload>();
            sql.select(
                            who,
                            min(THREAT_LINE.LRO),
                            min(THREAT_LINE.LRO_COLLAR),
                            THREAT_LINE.TIER,
                            count(),
                            sum(THREAT_LINE.ACTIONS_OPEN))
                    .from(THREAT_LINE)
                    .where(THREAT_LINE.CLOSED_PHASE.isFalse())
                    .and(Like.among(THREAT_LINE.LRO_COLLAR, lros))
                    .groupBy(who, THREAT_LINE.TIER)
                    .forEach(row -> found.merge(
                            row.value1(),
                            new Workload(
                                    ThreatRow.text(row.value2()),
                                    ThreatRow.text(row.value3()),
                                    row.value5(),
                                    tier(row.value4(), row.value5()),
                                    row.value6().longValue()),
                            WorkloadRepository::both));
            return new ArrayList<>(found.values());
        });
    }

    private static Map<Tier, Long> tier(@Nullable String name, long count) {
        var tiers = new EnumMap<Tier, Long>(Tier.class);
        ThreatRow.choice(Tier.class, name).ifPresent(tier -> tiers.put(tier, count));
        return tiers;
    }

    private static Workload both(Workload one, Workload other) {
        var tiers = new EnumMap<Tier, Long>(Tier.class);
        tiers.putAll(one.tiers());
        other.tiers().forEach((tier, count) -> tiers.merge(tier, count, Long::sum));
        var label = one.lro().compareTo(other.lro()) <= 0 ? one.lro() : other.lro();
        return new Workload(
                label,
                one.collar(),
                one.threats() + other.threats(),
                tiers,
                one.openActions() + other.openActions());
    }
}
