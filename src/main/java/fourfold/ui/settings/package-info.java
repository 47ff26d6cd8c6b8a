/// The settings: how the program looks, the limits of the vault, whom it trusts, its backup, recovery code and journal.
@org.jspecify.annotations.NullMarked
package fourfold.ui.settings;
