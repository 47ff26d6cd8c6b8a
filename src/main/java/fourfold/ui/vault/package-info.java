/// The screens before a vault is open: letting a person in, making a vault, getting in with the recovery code.
@org.jspecify.annotations.NullMarked
package fourfold.ui.vault;
