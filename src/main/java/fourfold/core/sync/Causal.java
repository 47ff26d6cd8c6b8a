package fourfold.core.sync;

import java.util.SortedSet;

/// What was written knowing of something else, and takes its place.
public interface Causal {

    /// What the author had seen of the record.
    Versions seen();

    /// What the author had seen and left standing.
    SortedSet<EntryId> beside();

    /// Whether this takes the place of that entry, where both wrote the same field.
    default boolean supersedes(EntryId other) {
        return seen().cover(other) && !beside().contains(other);
    }
}
