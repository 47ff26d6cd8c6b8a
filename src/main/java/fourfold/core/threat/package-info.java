/// Threats of all three national kinds.
@org.jspecify.annotations.NullMarked
package fourfold.core.threat;
