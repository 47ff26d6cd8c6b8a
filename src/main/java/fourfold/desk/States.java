package fourfold.desk;

import fourfold.core.exchange.AuthorRights;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merging;
import fourfold.core.sync.Entry;
import fourfold.core.sync.RecordState;
import fourfold.core.sync.StateJson;
import fourfold.store.Store;
import fourfold.vault.StrictJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the records stand that a package is about, or what they belong to: as the store has them, and then as far as the
/// package was applied to them.
///
/// A package may be about a hundred thousand records. The states that were asked for last are at hand; the others are folded
/// into text, which takes a tenth of the memory.
final class States {

    /// How many states are at hand, and are read at once.
    private static final int AT_HAND = 1_000;

    private final Store store;
    private final int most;
    private final SequencedMap<UUID, Unfolded> atHand = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<UUID, Folded> folded = new HashMap<>();
    private final Set<UUID> unknown = new HashSet<>();

    States(Store store) {
        this(store, AT_HAND);
    }

    /// @param most how many states are at hand
    States(Store store, int most) {
        this.store = store;
        this.most = most;
    }

    private record Unfolded(String kind, RecordState state) {
        Folded folded() {
            var both = List.<Json>of(StateJson.of(state), Json.of(state.values()));
            return new Folded(kind, Json.of(both).canonical());
        }
    }

    private record Folded(String kind, byte[] text) {
        Unfolded unfolded(Merging merging) {
            var both = StrictJson.read(text).items();
            return new Unfolded(kind, StateJson.read(both.getFirst(), both.getLast().members().values(), merging));
        }
    }

    /// Reads those records.
    void read(String kind, Collection<UUID> records) {
        unknown.addAll(records);
        var all = List.copyOf(records);
        for (int from = 0; from < all.size(); from += AT_HAND) {
            store.records().states(kind, all.subList(from, Math.min(all.size(), from + AT_HAND))).forEach((id, state) -> {
                keep(id, new Unfolded(kind, state));
                unknown.remove(id);
            });
        }
    }

    private void keep(UUID record, Unfolded state) {
        atHand.put(record, state);
        if (atHand.size() <= most) return;
        var eldest = atHand.pollFirstEntry();
        folded.put(eldest.getKey(), eldest.getValue().folded());
    }

    /// The state of a record that was read or begun before.
    private @Nullable RecordState find(UUID record) {
        var there = atHand.get(record);
        if (there != null) return there.state();
        var aside = folded.remove(record);
        if (aside == null) return null;
        var state = aside.unfolded(store.records().merging(aside.kind()));
        keep(record, state);
        return state.state();
    }

    private RecordState findOrRead(String kind, UUID record) {
        var there = find(record);
        if (there != null) return there;
        var state = store.records().states(kind, List.of(record)).getOrDefault(record, begun(kind));
        keep(record, new Unfolded(kind, state));
        return state;
    }

    private RecordState begun(String kind) {
        return RecordState.of(store.records().merging(kind));
    }

    /// Whether the record was not here before.
    boolean isNew(UUID record) {
        return unknown.contains(record);
    }

    boolean isApplied(Entry entry) {
        var state = find(entry.record());
        return state != null && state.known().cover(entry.id());
    }

    boolean isReady(Entry entry) {
        return current(entry).ready(entry);
    }

    /// The state after one more entry.
    RecordState apply(Entry entry) {
        var after = current(entry).apply(entry);
        keep(entry.record(), new Unfolded(entry.kind(), after));
        return after;
    }

    /// How the entry's record stands.
    RecordState current(Entry entry) {
        var there = find(entry.record());
        return there == null ? begun(entry.kind()) : there;
    }

    /// What a governed field of the entry's record showed to its author; no answer where something that they had seen is not
    /// here.
    Optional<Json> seenBy(Entry entry, String field) {
        var state = findOrRead(entry.kind(), entry.record());
        return state.ready(entry) ? Optional.of(state.shownTo(entry.seen(), field)) : Optional.empty();
    }

    /// The value of a field of any record.
    Json value(String kind, UUID record, String field) {
        return findOrRead(kind, record).values().getOrDefault(field, Json.nothing());
    }

    /// The text of a field of any record; empty where there is none.
    String text(String kind, UUID record, String field) {
        return AuthorRights.text(value(kind, record, field));
    }

    /// How a record stands that was read before.
    Optional<RecordState> standing(UUID record) {
        return Optional.ofNullable(find(record));
    }

    /// The same of a record that was read before; empty for any other.
    String shown(UUID record, String field) {
        var state = find(record);
        return state == null ? "" : AuthorRights.text(state.values().getOrDefault(field, Json.nothing()));
    }
}
