package fourfold.core.figures;

import fourfold.core.disruption.Disruption;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import java.util.Map;

/// All that can be counted, at one position of the journal.
///
/// @param position the journal position up to which everything is in it
/// @param agendas of each meeting, by its row, the rows of the threats on its agenda that are in this vault, in order of row
/// @param supportOf of each event that is linked as the support of another, by its row, the row of the event that counts for
///     both; [Column.Links#NOT_HERE] where that one is not in this vault
public record Facts(
        long position,
        FactTable<Threat> threats,
        FactTable<Plan> plans,
        FactTable<Action> actions,
        FactTable<Disruption> events,
        FactTable<Meeting> meetings,
        Map<Integer, int[]> agendas,
        Map<Integer, Integer> supportOf) {

    public Facts {
        agendas = Map.copyOf(agendas);
        supportOf = Map.copyOf(supportOf);
    }

    /// Whether the event is linked as the support of another, which alone can count.
    public boolean isSupport(int event) {
        return !supportOf.isEmpty() && supportOf.containsKey(event);
    }
}
