/// The first screen of the day: what has to be done, the most harmful first.
@org.jspecify.annotations.NullMarked
package fourfold.ui.home;
