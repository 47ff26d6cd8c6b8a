package fourfold.core.kernel;

/// A record as a person saw it: which one, and in which version. A save on an older version is refused.
///
/// @param version the journal position of the newest entry of the record at that time
public record Seen<K>(Id<K> id, long version) {}
