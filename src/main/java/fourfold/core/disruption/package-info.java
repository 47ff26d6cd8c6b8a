/// Disruptions: events that hurt a threat, and what counts.
@org.jspecify.annotations.NullMarked
package fourfold.core.disruption;
