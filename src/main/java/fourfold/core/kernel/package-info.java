/// The words everything else is said with: identifiers, fields, outcomes, problems, markings and canonical JSON.
/// Nothing here knows a clock, a store, a screen, a thread or a library.
@org.jspecify.annotations.NullMarked
package fourfold.core.kernel;
