package fourfold.desk;

import fourfold.core.exchange.AuthorRights;
import fourfold.core.kernel.Json;
import fourfold.core.sync.Entry;
import fourfold.core.sync.RecordState;
import fourfold.store.Store;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// How the records stand that a package is about, or what they belong to: as the store has them, and then as far as the
/// package was applied to them.
final class States {

    private final Store store;
    private final Map<UUID, RecordState> states = new HashMap<>();
    private final Set<UUID> unknown = new HashSet<>();

    States(Store store) {
        this.store = store;
    }

    /// Reads those records at once.
    void read(String kind, Collection<UUID> records) {
        states.putAll(store.records().states(kind, records));
        records.stream().filter(id -> !states.containsKey(id)).forEach(unknown::add);
    }

    /// Whether the record was not here before.
    boolean isNew(UUID record) {
        return unknown.contains(record);
    }

    boolean isApplied(Entry entry) {
        var state = states.get(entry.record());
        return state != null && state.known().cover(entry.id());
    }

    boolean isReady(Entry entry) {
        return current(entry).ready(entry);
    }

    /// The state after one more entry.
    RecordState apply(Entry entry) {
        var after = current(entry).apply(entry);
        states.put(entry.record(), after);
        return after;
    }

    private RecordState current(Entry entry) {
        return states.getOrDefault(entry.record(), store.records().begun(entry.kind()));
    }

    /// What a governed field of the entry's record showed to its author; no answer where something that they had seen is not
    /// here.
    Optional<Json> seenBy(Entry entry, String field) {
        var state = states.computeIfAbsent(entry.record(), id -> read(entry.kind(), id));
        return state.ready(entry) ? Optional.of(state.shownTo(entry.seen(), field)) : Optional.empty();
    }

    private RecordState read(String kind, UUID record) {
        return store.records().states(kind, List.of(record)).getOrDefault(record, store.records().begun(kind));
    }

    /// The value of a field of any record.
    Json value(String kind, UUID record, String field) {
        return states.computeIfAbsent(record, id -> read(kind, id))
                .values()
                .getOrDefault(field, Json.nothing());
    }

    /// The text of a field of any record; empty where there is none.
    String text(String kind, UUID record, String field) {
        return AuthorRights.text(value(kind, record, field));
    }

    /// The same of a record that was read before; empty for any other.
    String shown(UUID record, String field) {
        var state = states.get(record);
        return state == null ? "" : AuthorRights.text(state.values().getOrDefault(field, Json.nothing()));
    }
}
