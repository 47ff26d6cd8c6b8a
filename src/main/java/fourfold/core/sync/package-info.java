/// Entries, acts, the journal and the merge of concurrent changes.
@org.jspecify.annotations.NullMarked
package fourfold.core.sync;
