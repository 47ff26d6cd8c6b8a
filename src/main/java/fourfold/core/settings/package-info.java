/// Records that never leave the vault they are in: settings, drafts and the list of packages that were written.
@org.jspecify.annotations.NullMarked
package fourfold.core.settings;
