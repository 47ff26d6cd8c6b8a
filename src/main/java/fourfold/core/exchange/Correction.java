package fourfold.core.exchange;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Entry;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A value that a recipient was told and that no longer holds.
///
/// @param field the field's name
/// @param said what packages said; of a set the members that are no longer in it
/// @param packages the numbers of the packages to that recipient that said it
/// @param holds what holds in its place; nothing for a field that was emptied
/// @param by the entry that changed it
/// @param carriedBy the first package to that recipient that tells of the change; empty as long as none does
public record Correction(
        String field, Json said, SortedSet<Long> packages, Json holds, Entry by, Optional<Long> carriedBy) {

    public Correction {
        packages = Collections.unmodifiableSortedSet(new TreeSet<>(packages));
    }

    /// Whether the recipient has still to be told.
    public boolean isDue() {
        return carriedBy.isEmpty();
    }
}
