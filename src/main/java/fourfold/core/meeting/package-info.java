/// Governance meetings.
@org.jspecify.annotations.NullMarked
package fourfold.core.meeting;
