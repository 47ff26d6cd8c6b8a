package fourfold.desk;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.PlanState;
import fourfold.core.threat.MasterListStatus;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.ThreatGap;
import fourfold.core.threat.ThreatKind;
import fourfold.core.threat.Tier;
import fourfold.store.PCounts;
import fourfold.store.ThreatRow;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One line of the list of threats. What is not known is an empty text or an empty optional.
///
/// @param closed whether the phase contains "closed"
/// @param lro the label as written
/// @param actions live actions under each P
/// @param openActions those that somebody still has to do
/// @param events events under each P that somebody led
/// @param lastActivity the newest event, or the day on which an action was finished, whichever is later
/// @param conflicts fields in conflict, those of the plan and its actions included
/// @param from the agency that wrote it first
/// @param gaps what the record lacks, each with the field where it can be put right
public record ThreatLine(
        Id<Threat> id,
        String ref,
        String nationalRef,
        String name,
        Optional<ThreatKind> kind,
        Optional<Tier> tier,
        String agency,
        String area,
        Optional<ThreatArea> primaryArea,
        String phase,
        boolean closed,
        Optional<MasterListStatus> masterList,
        String lro,
        Optional<PlanState> planState,
        Optional<LocalDate> nextReview,
        Map<P, Integer> actions,
        long openActions,
        Map<P, Integer> events,
        Optional<LocalDate> lastActivity,
        long conflicts,
        String from,
        List<Problem.Flaw> gaps) {

    public ThreatLine {
        actions = Map.copyOf(actions);
        events = Map.copyOf(events);
        gaps = List.copyOf(gaps);
    }

    static ThreatLine of(ThreatRow row) {
        return new ThreatLine(
                row.id(),
                row.ref(),
                row.nationalRef(),
                row.name(),
                row.kind(),
                row.tier(),
                row.agency(),
                row.area(),
                row.primaryArea(),
                row.phase(),
                row.closed(),
                row.masterList(),
                row.lro(),
                row.planState(),
                row.nextReview(),
                counts(row.actions()),
                row.openActions(),
                counts(row.events()),
                row.lastActivity(),
                row.conflicts(),
                row.origin(),
                row.gaps().stream().sorted().map(ThreatGap::flaw).toList());
    }

    private static Map<P, Integer> counts(PCounts counted) {
        var counts = new EnumMap<P, Integer>(P.class);
        for (var p : P.values()) counts.put(p, Math.toIntExact(counted.of(p)));
        return counts;
    }
}
