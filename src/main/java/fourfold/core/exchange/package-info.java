/// What may come in from other vaults, and what becomes of it.
@org.jspecify.annotations.NullMarked
package fourfold.core.exchange;
