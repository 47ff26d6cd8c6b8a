/// Figures: what is counted, by which keys, for which days; as bars with the table beside them, every number leading to the
/// records behind it.
@org.jspecify.annotations.NullMarked
package fourfold.ui.figures;
