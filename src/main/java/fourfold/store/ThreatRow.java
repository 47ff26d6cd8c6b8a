package fourfold.store;

import fourfold.core.kernel.Id;
import fourfold.core.plan.PlanState;
import fourfold.core.threat.MasterListStatus;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.ThreatGap;
import fourfold.core.threat.ThreatKind;
import fourfold.core.threat.Tier;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of the list of threats. What is not known is an empty text or an empty optional.
///
/// @param lro the label as written
/// @param lroCollar the LRO's user id in capitals, empty where the label carries none
/// @param closed whether the phase contains "closed"
/// @param actions actions that are neither declined nor cancelled
/// @param openActions those of them that are not done
/// @param events events that somebody led
/// @param supported events that somebody supported; each repeats one that another agency led
/// @param lastActivity the newest event date, or the day on which an action was finished, whichever is later
/// @param conflicts fields in conflict, those of the plan and its actions included
/// @param origin the agency that wrote it first
/// @param gaps what it lacks of what a form would have asked for
public record ThreatRow(
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
        String lroCollar,
        Optional<PlanState> planState,
        Optional<LocalDate> nextReview,
        PCounts actions,
        long openActions,
        PCounts events,
        long supported,
        Optional<LocalDate> lastActivity,
        long conflicts,
        String origin,
        Set<ThreatGap> gaps) {

    public ThreatRow {
        gaps = Set.copyOf(gaps);
    }

    static <E extends Enum<E>> Optional<E> choice(Class<E> list, @Nullable String name) {
        return Optional.ofNullable(name).map(n -> Enum.valueOf(list, n));
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
