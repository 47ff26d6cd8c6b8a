package fourfold.desk;

import fourfold.core.access.Permission;
import fourfold.core.access.Role;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.core.threat.Threat;
import fourfold.core.threat.Tier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// An officer of another agency whose entries stand in a vault's journal, as an import brings them there.
public final class Neighbour {

    private Neighbour() {}

    /// Lets the administrator of a test's vault in.
    public static Office enter(Path vault, Surroundings surroundings) {
        return new VaultDesk(surroundings)
                .approach(vault)
                .orThrow()
                .unlock(new Lobby.Unlock("X90001", TestVaults.PASSPHRASE.toCharArray(), false, Watch.nobody()))
                .orThrow();
    }

    private static Session session(Office office, String agency) {
        return new Session(
                "Y90001", "Neighbour", Set.of(Role.LRO), agency, digests -> new byte[64], office.session().clock());
    }

    /// Gives the threat another area, as its owner or anybody may.
    public static void changesTheArea(Office office, String agency, String ref, String area) {
        write(office, agency, ref, Operation.EDIT, Map.of(Threat.AREA.name(), Json.of(area)));
    }

    /// Proposes another tier.
    public static void proposes(Office office, String agency, String ref, Tier tier) {
        write(office, agency, ref, Operation.PROPOSE, Map.of(Threat.TIER.name(), Json.of(tier.name())));
    }

    private static void write(Office office, String agency, String ref, Operation operation, Map<String, Json> values) {
        var desk = office.threats();
        var kept = desk.store.records().findByRef(Threat.FIELDS, ref).orElseThrow();
        RecordState state = kept.state();
        desk.ledger.write(session(office, agency), Permission.EDIT_THREATS, "Their view", List.of(new Change(
                operation,
                Threat.FIELDS.kind(),
                kept.record().id().value(),
                new TreeMap<>(values),
                state.known(),
                new TreeSet<>(),
                Change.marking(kept.record()))));
    }
}
