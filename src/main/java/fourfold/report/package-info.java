/// What is printed: papers for people, and the cover sheet of a package. Everything printed takes content that the rules of
/// disclosure have released, says as at when and by which rules its figures hold, and is laid out by `fourfold.report.page`.
@org.jspecify.annotations.NullMarked
package fourfold.report;
