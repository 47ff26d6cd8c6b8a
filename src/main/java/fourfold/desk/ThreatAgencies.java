package fourfold.desk;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Id;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The agencies of records that say it only through their threats: a plan and an action belong to the agency that owns their
/// threat, a meeting to those that own the threats it was about. All threats are read once.
final class ThreatAgencies {

    private static final List<String> KINDS =
            List.of(Plan.FIELDS.kind(), Action.FIELDS.kind(), Meeting.FIELDS.kind());

    private final Map<Id<Threat>, String> byId = new HashMap<>();
    private final Map<String, String> byRef = new HashMap<>();

    private ThreatAgencies(Store store) {
        for (var threat : store.records().all(Threat.FIELDS, List.of(Threat.REF, Threat.AGENCY))) {
            byId.put(threat.id(), threat.get(Threat.AGENCY));
            byRef.put(threat.get(Threat.REF), threat.get(Threat.AGENCY));
        }
    }

    static ThreatAgencies of(Store store) {
        return new ThreatAgencies(store);
    }

    /// Whether that is what such records call their agency by: the name or label of a threat's field.
    static boolean isAsked(String kind, String field) {
        return KINDS.contains(kind) && Threat.AGENCY.isCalled(field);
    }

    /// The agencies of that record; none where its threats are not here.
    List<String> of(Entity<?> record) {
        return switch (record) {
            case Plan plan -> agency(plan.find(Plan.THREAT));
            case Action action -> agency(action.find(Action.THREAT));
            case Meeting meeting -> meeting.get(Meeting.THREATS).stream()
                    .flatMap(ref -> Optional.ofNullable(byRef.get(ref)).stream())
                    .filter(agency -> !agency.isBlank())
                    .distinct()
                    .toList();
            default -> List.of();
        };
    }

    private List<String> agency(Optional<Id<Threat>> threat) {
        return threat.flatMap(id -> Optional.ofNullable(byId.get(id))).filter(agency -> !agency.isBlank()).stream().toList();
    }
}
