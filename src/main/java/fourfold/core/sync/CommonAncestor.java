package fourfold.core.sync;

import fourfold.core.kernel.Json;
import fourfold.core.sync.RecordState.Head;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The value from which those that stand were written: the newest that all their authors had seen.
public final class CommonAncestor {

    private static final Set<String> NO_VALUES = Set.of(Operation.PROPOSE.name(), Operation.DECLINE.name());

    private CommonAncestor() {}

    /// The value that all the authors had before them; empty where they wrote on nothing.
    ///
    /// @param entries those of the record that are known
    /// @param heads the values of the field that stand
    public static Optional<Json> of(Collection<Entry> entries, String field, List<Head> heads) {
        return entries.stream()
                .filter(entry -> entry.values().containsKey(field) && !NO_VALUES.contains(entry.operation()))
                .filter(entry -> heads.stream().allMatch(head -> head.seen().cover(entry.id())))
                .max(Comparator.comparingLong(CommonAncestor::depth).thenComparing(Entry::id))
                .map(entry -> entry.values().getOrDefault(field, Json.nothing()));
    }

    /// More than that of everything that the author had seen, and the same on every desk.
    private static long depth(Entry entry) {
        return entry.seen().highest().values().stream().mapToLong(Long::longValue).sum();
    }
}
