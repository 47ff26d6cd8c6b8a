/// Governance meetings: the list, the file of one, and the papers that are written for and from them.
@org.jspecify.annotations.NullMarked
package fourfold.ui.meeting;
