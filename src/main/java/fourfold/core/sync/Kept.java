package fourfold.core.sync;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Seen;

/// A record as the store keeps it.
///
/// @param version the journal position of its newest entry
/// @param state which entries gave it its values
public record Kept<K extends Entity<K>>(K record, long version, RecordState state) {

    /// The record as a person has now seen it.
    public Seen<K> seen() {
        return new Seen<>(record.id(), version);
    }
}
