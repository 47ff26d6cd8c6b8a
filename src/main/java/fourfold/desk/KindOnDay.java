package fourfold.desk;

import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Json;
import fourfold.core.sync.Journal;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import fourfold.store.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What kind a threat was on a day: an event stays with the kind that its threat had when it happened, whenever it is
/// recorded. The kinds before the present one are read from the journal, and only for a day before the present kind's.
final class KindOnDay {

    private final Store store;
    private final Journal journal;

    KindOnDay(Store store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /// @param day empty where nobody has said yet when it happened: then the present kind
    Optional<ThreatKind> of(Threat threat, Optional<LocalDate> day) {
        var since = threat.find(Threat.KIND_SINCE);
        if (day.isEmpty() || since.filter(day.get()::isBefore).isEmpty()) return threat.find(Threat.KIND);
        Optional<ThreatKind> kind = Optional.empty();
        boolean first = true;
        for (var line : store.timeline().of(Map.of(Threat.FIELDS.kind(), List.of(threat.id().value())))) {
            if (!line.created() && !line.fields().contains(Threat.KIND.name())) continue;
            var written = written(threat, journal.entry(line.spot()).values());
            if (first || written.find(Threat.KIND_SINCE).filter(day.get()::isBefore).isEmpty()) kind = written.find(Threat.KIND);
            first = false;
        }
        return kind;
    }

    private static Threat written(Threat threat, Map<String, Json> values) {
        Fields<Threat> fields = Threat.FIELDS;
        return fields.decode(threat.id(), new TreeMap<>(values));
    }
}
