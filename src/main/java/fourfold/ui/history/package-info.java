/// The history of any record on a page of its own.
@org.jspecify.annotations.NullMarked
package fourfold.ui.history;
