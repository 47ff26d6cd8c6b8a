/// Packages: what leaves a vault for another one. One OpenPGP message, signed and encrypted, around a ZIP archive of a
/// BagIt folder; `docs/formats/package.md` explains it whole. [fourfold.packet.PacketWriter] takes nothing but what the
/// rules of disclosure have released; [fourfold.packet.PacketReader] puts a package through its gates and hands nothing
/// on before the last.
@org.jspecify.annotations.NullMarked
package fourfold.packet;
