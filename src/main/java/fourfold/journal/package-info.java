/// The journal of a vault as files: append-only segments of encrypted, chained frames, forced to the disk act by act. It
/// is the truth of the vault; everything else is made from it.
///
/// A frame has its length, its position and the chain value before it in clear; the rest is inside AES-256-GCM, with
/// position and chain value as additional authenticated data. The chain value after a frame is SHA-256 over the value
/// before, the position, and the SHA-256 of what is sealed. The unit is the act: a frame for each entry, then one that
/// ends the act; it is saved when that frame is on the disk, and until then it is nothing. What people of other vaults did
/// comes in takings-in: many acts with one end, all of them there or none. `docs/formats/journal.md` has every byte.
///
/// What a start does: check the headers of all segments, read the open one whole, copy aside and cut away an act or
/// a taking-in without its end, and compare with what store, seal and snapshots know of the journal. Anything else that does not verify is an
/// alarm, and is never repaired here.
@NullMarked
package fourfold.journal;

import org.jspecify.annotations.NullMarked;
