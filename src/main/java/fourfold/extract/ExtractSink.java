package fourfold.extract;

import fourfold.core.kernel.Entity;

/// Takes what a reader finds, in the order of the file. Every record of the file comes exactly once: as good or as
/// rejected.
///
/// @param <K> the kind of record
public interface ExtractSink<K extends Entity<K>> {

    /// A record that can be kept.
    void good(CheckedRow<K> row);

    /// A record, or the file as a whole, that is not taken, and why. A record with several faults comes once; the reason
    /// names the others too.
    void rejected(Finding finding);

    /// Something to tell about a good record, or a note on the file; nothing is refused for it.
    void warning(Finding finding);
}
