/// The H2 projection of the journal: tables shaped for screens and figures, read and written through jOOQ.
///
/// Nothing here is the truth. The journal is; [fourfold.store.Store] can be thrown away and made from it again, row for
/// row the same. [fourfold.store.Projection] is the only writer, the repositories are the readers. A store file is
/// believed only while its seal, written when it was closed cleanly, still fits; otherwise it is put aside and built anew.
///
/// The database writes to no file but its own, which [fourfold.store.EncryptedFile] encrypts below it.
@org.jspecify.annotations.NullMarked
package fourfold.store;
