/// What an inspector would find: every check in one sentence, and the records behind it.
@org.jspecify.annotations.NullMarked
package fourfold.ui.inspection;
