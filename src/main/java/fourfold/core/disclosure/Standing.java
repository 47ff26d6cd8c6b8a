package fourfold.core.disclosure;

import fourfold.core.sync.Entry;
import java.util.ArrayList;
import java.util.List;

/// The values that nobody has superseded, each with the entry that set it; entries are dropped of everything else, so
/// that a large vault can be weighed in little memory.
final class Standing<V> {

    private record Head<V>(Entry entry, V value) {}

    private List<Head<V>> heads = List.of();
    private List<V> found = List.of();

    /// The values that a record's own state says stand, where its entries need not be read.
    static <V> Standing<V> of(List<V> values) {
        var standing = new Standing<V>();
        standing.found = List.copyOf(values);
        return standing;
    }

    void set(Entry slim, V value) {
        if (heads.isEmpty() || (heads.size() == 1 && slim.supersedes(heads.getFirst().entry().id()))) {
            heads = List.of(new Head<>(slim, value));
            return;
        }
        var next = new ArrayList<Head<V>>();
        boolean superseded = false;
        for (var head : heads) {
            if (!slim.supersedes(head.entry().id())) next.add(head);
            superseded |= head.entry().supersedes(slim.id());
        }
        if (!superseded) next.add(new Head<>(slim, value));
        heads = List.copyOf(next);
    }

    List<V> values() {
        return heads.isEmpty() ? found : heads.stream().map(Head::value).toList();
    }
}
