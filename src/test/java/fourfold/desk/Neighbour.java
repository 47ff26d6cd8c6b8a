package fourfold.desk;

import fourfold.core.access.Permission;
import fourfold.core.access.Role;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
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

    /// Changes a record, or proposes to, as it was when they saw it.
    public static <K extends Entity<K>> void writes(
            Office office, String agency, Kept<K> seen, Operation operation, Map<String, Json> values) {
        office.threats().ledger.write(session(office, agency), Permission.EDIT_THREATS, "Their view", List.of(new Change(
                operation,
                seen.record().fields().kind(),
                seen.record().id().value(),
                new TreeMap<>(values),
                seen.state().known(),
                new TreeSet<>(),
                Change.marking(seen.record()))));
    }

    private static void write(Office office, String agency, String ref, Operation operation, Map<String, Json> values) {
        var kept = office.threats().store.records().findByRef(Threat.FIELDS, ref).orElseThrow();
        writes(office, agency, kept, operation, values);
    }
}
