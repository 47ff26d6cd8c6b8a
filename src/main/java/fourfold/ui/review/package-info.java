/// Deciding about plans: what waits, and one plan under review with what changed, what the rules warn of and the decision.
@org.jspecify.annotations.NullMarked
package fourfold.ui.review;
