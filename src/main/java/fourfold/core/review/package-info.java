/// Decisions about plans and events.
@org.jspecify.annotations.NullMarked
package fourfold.core.review;
