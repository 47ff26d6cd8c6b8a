/// The people of the vault: who can log in and as what, who manages whom, and who is only named in records.
@org.jspecify.annotations.NullMarked
package fourfold.ui.people;
