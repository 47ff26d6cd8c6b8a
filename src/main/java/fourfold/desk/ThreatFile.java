package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.sync.Kept;
import fourfold.core.sync.RecordState;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatRules;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A threat opened on the table: its record, its plan, its actions and its newest events.
///
/// @param events the newest events first, not all of them
/// @param eventCount how many events there are
/// @param provenance where the threat came from
/// @param planProvenance where its plan came from
public record ThreatFile(
        Kept<Threat> threat,
        ThreatLine line,
        Optional<Kept<Plan>> plan,
        List<Kept<Action>> actions,
        List<Kept<Disruption>> events,
        long eventCount,
        Provenance provenance,
        Optional<Provenance> planProvenance) {

    public ThreatFile {
        actions = List.copyOf(actions);
        events = List.copyOf(events);
    }

    /// What the record lacks, each with the field where it can be put right.
    public List<Problem.Flaw> gaps() {
        return line.gaps();
    }

    /// What stands and waits in the threat, its plan and its actions.
    public List<RecordState> states() {
        return Stream.of(Stream.of(threat.state()), plan.stream().map(Kept::state), actions.stream().map(Kept::state))
                .flatMap(all -> all)
                .toList();
    }

    /// Whether the SIO and the LRO are one person.
    public boolean sioIsLro() {
        return ThreatRules.sioIsLro(threat.record());
    }

    /// What somebody still has to do: the open actions, the most urgent first, those without a due day last.
    public List<Action> nextSteps() {
        return actions.stream()
                .map(Kept::record)
                .filter(Action::isOpen)
                .sorted(Comparator.comparing(action -> action.find(Action.DUE).orElse(LocalDate.MAX)))
                .toList();
    }

    /// How the plan stands, in words.
    public String planStanding() {
        return plan.map(kept -> PlanRules.standing(kept.record(), actions.stream().map(Kept::record).toList()))
                .orElse("No plan yet");
    }
}
