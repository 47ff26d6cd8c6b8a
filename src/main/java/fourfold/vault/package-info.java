/// Keys, sealed files, people's slots, signing and trust.
@org.jspecify.annotations.NullMarked
package fourfold.vault;
