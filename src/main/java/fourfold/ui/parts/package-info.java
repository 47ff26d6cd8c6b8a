/// Pieces that several features show: the marks of the four Ps, tiers, people, silence and due dates.
@org.jspecify.annotations.NullMarked
package fourfold.ui.parts;
