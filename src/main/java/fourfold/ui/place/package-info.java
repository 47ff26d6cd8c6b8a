/// Where a person is in the program, and how they get there and back.
@org.jspecify.annotations.NullMarked
package fourfold.ui.place;
