/// Loading extracts: choosing the files, trying them, and what came of it.
@org.jspecify.annotations.NullMarked
package fourfold.ui.load;
