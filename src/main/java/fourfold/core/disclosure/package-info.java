/// What may leave, to whom, and why something is withheld.
@org.jspecify.annotations.NullMarked
package fourfold.core.disclosure;
