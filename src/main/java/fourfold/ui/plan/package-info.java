/// The 4P plan on the screen: the board with its four columns, the sheets of its cards, the way to a first plan, and the
/// list of all plans.
@org.jspecify.annotations.NullMarked
package fourfold.ui.plan;
