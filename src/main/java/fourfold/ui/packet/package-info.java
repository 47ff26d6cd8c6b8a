/// What leaves for other units: the packages written so far, the steps of making one, and the look at a package's file.
@org.jspecify.annotations.NullMarked
package fourfold.ui.packet;
