/// What is logged beside the entries: consultations, unlocks, exports and the like.
@org.jspecify.annotations.NullMarked
package fourfold.core.audit;
