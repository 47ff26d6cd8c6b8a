package fourfold.store;

import fourfold.core.kernel.Merging;
import fourfold.core.sync.Entry;
import fourfold.core.sync.RecordState;
import fourfold.store.Afterwards.Placed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One record on its way into its row.
final class RecordDraft {
    final UUID record;
    final RecordTable.@Nullable Row before;
    final List<Placed> waiting;
    /// The journal positions of what was applied.
    final List<Long> applied = new ArrayList<>();
    /// The one entry that wrote it, as long as there is only one.
    @Nullable Entry alone;
    RecordState state;
    long id;
    long version;
    final boolean wasUnsettled;
    private final PastValues.@Nullable Counted counted;
    final List<PastValues.Past> past = new ArrayList<>();

    RecordDraft(
            UUID record,
            RecordTable.@Nullable Row before,
            Merging merging,
            PastValues.@Nullable Counted counted,
            List<Placed> waiting) {
        this.record = record;
        this.before = before;
        this.counted = counted;
        this.waiting = waiting;
        state = before == null
                ? RecordState.of(merging)
                : StateText.read(before.state(), before.values(), merging);
        id = before == null ? 0 : before.id();
        version = before == null ? 0 : before.version();
        wasUnsettled = isUnsettled();
    }

    /// Applies the entry, and those that waited for it; one whose turn has not come waits.
    void take(Placed taken) {
        var touched = isThere() ? touchedBy(taken) : Set.<String>of();
        var held = texts(touched);
        if (!apply(taken)) {
            waiting.add(taken);
            return;
        }
        boolean more = !waiting.isEmpty();
        while (more) more = waiting.removeIf(this::apply);
        if (!touched.isEmpty()) past.addAll(PastValues.between(held, texts(touched), taken.position(), id));
    }

    /// The counted fields that may change now: by this entry, or by those that waited for it.
    private Set<String> touchedBy(Placed taken) {
        if (counted == null) return Set.of();
        if (waiting.isEmpty()) return counted.touchedBy(taken.entry());
        var touched = new HashSet<>(counted.touchedBy(taken.entry()));
        waiting.forEach(one -> touched.addAll(counted.touchedBy(one.entry())));
        return touched;
    }

    private Map<String, String> texts(Set<String> fields) {
        if (counted == null || fields.isEmpty()) return Map.of();
        settle();
        return counted.texts().of(fields, state);
    }

    private boolean apply(Placed taken) {
        var entry = taken.entry();
        boolean first = before == null && alone == null && state.known().highest().isEmpty();
        if (first && entry.seen().highest().isEmpty()) alone = entry;
        else {
            settle();
            if (!state.ready(entry)) return false;
            state = state.apply(entry);
        }
        id = id == 0 ? taken.position() : id;
        version = Math.max(version, taken.position());
        applied.add(taken.position());
        return true;
    }

    private void settle() {
        if (alone != null) state = state.apply(alone);
        alone = null;
    }

    boolean isThere() {
        return id != 0;
    }

    /// @param withState whether what a further change would start from is kept
    RecordTable.Row row(boolean withState) {
        if (alone != null) {
            var text = StateText.alone(alone);
            if (!text.isEmpty()) return new RecordTable.Row(id, record, version, alone.values(), text, false);
            settle();
        }
        var text = withState ? StateText.of(state) : "";
        return new RecordTable.Row(id, record, version, state.values(), text, false);
    }

    long conflicts() {
        return alone == null ? state.conflicts().size() : 0;
    }

    long proposals() {
        return alone == null ? UnsettledTable.proposals(state) : 0;
    }

    boolean isUnsettled() {
        return conflicts() + proposals() > 0;
    }
}
