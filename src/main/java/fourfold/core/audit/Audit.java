package fourfold.core.audit;

import fourfold.core.kernel.Json;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// One thing that happened and is no change of a record: a consultation, an unlock, an export. It never travels.
///
/// @param user the collar number, or what was typed as one at a failed unlock
/// @param details identifiers, counts and search terms; never the content of a record
public record Audit(Kind kind, Instant at, String user, Map<String, Json> details) {

    /// The operations that the Data Protection Act 2018, section 62, wants logged, and what security adds to them.
    public enum Kind {
        CONSULTATION,
        SEARCH,
        DISCLOSURE,
        COMBINATION,
        ERASURE,
        UNLOCK,
        FAILED_UNLOCK,
        LOCK,
        KEYS_CHANGED,
        TRUST_CHANGED,
        IMPORT_REFUSED,
        REBUILD,
        BACKUP,
        RESTORE,
        PRINT,
        HEAD
    }

    public Audit {
        details = Map.copyOf(details);
    }

    /// The event as the journal holds it.
    public Json.Members json() {
        var members = new TreeMap<String, Json>();
        members.put("audit", Json.of(kind.name()));
        members.put("at", Json.of(at.toEpochMilli()));
        members.put("user", Json.of(user));
        members.put("details", Json.of(details));
        return Json.of(members);
    }

    /// The event of that JSON.
    ///
    /// @throws IllegalArgumentException when a member is missing or of another type
    public static Audit of(Json json) {
        var m = json.members();
        return new Audit(
                Kind.valueOf(m.get("audit").text()),
                Instant.ofEpochMilli(m.get("at").whole()),
                m.get("user").text(),
                m.get("details").members().values());
    }
}
