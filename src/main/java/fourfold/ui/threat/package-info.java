/// Threats: the list, the file of one, and the sheets in which they are made, changed, typed anew, given an LRO and
/// closed.
@org.jspecify.annotations.NullMarked
package fourfold.ui.threat;
