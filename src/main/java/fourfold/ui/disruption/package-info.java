/// Disruptions on the screen: captured, listed, opened, corrected and moderated.
@org.jspecify.annotations.NullMarked
package fourfold.ui.disruption;
