/// Settling what several people wrote about one field, and answering what other agencies propose.
@org.jspecify.annotations.NullMarked
package fourfold.ui.settle;
