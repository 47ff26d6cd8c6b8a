/// Who may do what.
@org.jspecify.annotations.NullMarked
package fourfold.core.access;
