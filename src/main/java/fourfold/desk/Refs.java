package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Type;
import fourfold.core.plan.Action;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The references that people know for the identities that records hold.
final class Refs {

    private final Store store;
    private final Map<String, String> known = new HashMap<>();

    private Refs(Store store) {
        this.store = store;
    }

    /// The references of everything that these records name, asked for at once.
    static <K extends Entity<K>> Refs of(Store store, List<Kept<K>> records) {
        var refs = new Refs(store);
        if (records.isEmpty()) return refs;
        var ids = new HashSet<String>();
        for (var field : records.getFirst().record().fields().all())
            if (field.type().shape() == Type.Shape.REFERENCE)
                for (var kept : records) if (!kept.record().lacks(field)) ids.add(kept.record().print(field));
        refs.ask(Threat.FIELDS, Threat.REF, ids);
        refs.ask(Action.FIELDS, Action.REF, ids);
        refs.ask(Disruption.FIELDS, Disruption.REF, ids);
        return refs;
    }

    private <T extends Entity<T>> void ask(Fields<T> fields, Field<T, String> ref, Set<String> ids) {
        var wanted = ids.stream()
                .filter(id -> !known.containsKey(id))
                .map(id -> new Id<T>(UUID.fromString(id)))
                .toList();
        if (wanted.isEmpty()) return;
        store.records().findAll(fields, wanted)
                .forEach((id, kept) -> known.put(id.toString(), kept.record().get(ref)));
    }

    /// The reference of that identity; the identity itself where there is no such record.
    String of(String id) {
        if (!known.containsKey(id)) {
            ask(Threat.FIELDS, Threat.REF, Set.of(id));
            ask(Action.FIELDS, Action.REF, Set.of(id));
            ask(Disruption.FIELDS, Disruption.REF, Set.of(id));
        }
        return known.getOrDefault(id, id);
    }
}
