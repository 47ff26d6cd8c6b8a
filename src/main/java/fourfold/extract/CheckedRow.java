package fourfold.extract;

import fourfold.core.kernel.Entity;

/// One record of an extract that can be kept.
///
/// @param record the physical record number, the header being record 1
/// @param line its first physical line
/// @param ref the ref as written, without outer spaces; for a plan that of its threat
/// @param value the record: its identity follows from the ref, and it holds the fields of the extract's columns only
/// @param <K> the kind of record
public record CheckedRow<K extends Entity<K>>(int record, long line, String ref, K value) {}
