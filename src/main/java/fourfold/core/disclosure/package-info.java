/// What may leave, to whom, and why something is withheld. [DisclosureRules] weighs what a person has in mind; a named
/// person verifies it; only then is there a [Released], which is all that packages, prints and tables accept.
@org.jspecify.annotations.NullMarked
package fourfold.core.disclosure;
