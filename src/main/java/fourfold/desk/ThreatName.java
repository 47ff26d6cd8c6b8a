package fourfold.desk;

import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import fourfold.store.ThreatRow;
import java.util.Optional;

/// A threat by what people call it.
///
/// @param kind what kind of threat it is, where somebody has said so
public record ThreatName(Id<Threat> id, String ref, String name, Optional<ThreatKind> kind) {

    static ThreatName of(ThreatRow row) {
        return new ThreatName(row.id(), row.ref(), row.name(), row.kind());
    }

    static ThreatName of(Threat threat) {
        return new ThreatName(threat.id(), threat.get(Threat.REF), threat.get(Threat.NAME), threat.find(Threat.KIND));
    }

    /// As in "DER-0014 Op Saffron".
    public String words() {
        return name.isBlank() ? ref : ref + " " + name;
    }
}
