/// What is printed: PDF pages with the protective marking at top and bottom of each. Everything printed takes content that
/// the rules of disclosure have released.
@org.jspecify.annotations.NullMarked
package fourfold.report;
