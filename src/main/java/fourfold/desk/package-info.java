/// The counters at which everything is asked for: one class a subject, one method an intention. Permission, the version
/// that the person saw, the rule, the journal, the store and the notice of change happen here, in that order and once.
@org.jspecify.annotations.NullMarked
package fourfold.desk;
