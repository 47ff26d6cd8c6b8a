package fourfold.core.disclosure;

import fourfold.core.sync.Causal;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// The values that nobody has superseded. Of the entries that set them no more is held than says which others they take the
/// place of, so that a large vault can be weighed in little memory.
final class Standing<V> {

    /// Of an entry, what tells whether it takes the place of another.
    record Source(EntryId id, Versions seen, SortedSet<EntryId> beside) implements Causal {}

    private record Head<V>(Source source, V value) {}

    private List<Head<V>> heads = List.of();
    private List<V> found = List.of();

    /// The values that a record's own state says stand, where its entries need not be read.
    static <V> Standing<V> of(List<V> values) {
        var standing = new Standing<V>();
        standing.found = List.copyOf(values);
        return standing;
    }

    void set(Source source, V value) {
        if (heads.isEmpty() || (heads.size() == 1 && source.supersedes(heads.getFirst().source().id()))) {
            heads = List.of(new Head<>(source, value));
            return;
        }
        var next = new ArrayList<Head<V>>();
        boolean superseded = false;
        for (var head : heads) {
            if (!source.supersedes(head.source().id())) next.add(head);
            superseded |= head.source().supersedes(source.id());
        }
        if (!superseded) next.add(new Head<>(source, value));
        heads = List.copyOf(next);
    }

    List<V> values() {
        return heads.isEmpty() ? found : heads.stream().map(Head::value).toList();
    }
}
