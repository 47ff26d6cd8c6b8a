/// Entries, acts, the journal and the merge of concurrent changes.
///
/// An [fourfold.core.sync.Entry] says what its author had seen of a record. [fourfold.core.sync.RecordState] adds the entries
/// up: values that nobody has superseded stand, several that differ are a conflict. Who decides about a governed field is
/// [fourfold.core.sync.Ownership]; what that makes of a change is [fourfold.core.sync.GovernedRules]: it applies, it is a
/// proposal to the owner, it settles a conflict, or it is refused. [fourfold.core.sync.SettledState] is the digest by which
/// two vaults know that they hold the same.
@org.jspecify.annotations.NullMarked
package fourfold.core.sync;
