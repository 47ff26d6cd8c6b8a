/// Would an inspector find it? The findings of the inspection report, turned on our own records: which checks there are (data
/// that a regional unit can extend), the named tests that answer them, and the sentences that say what was found. Pure: what
/// the records say, the day looked back from and the limits all come in as arguments.
@org.jspecify.annotations.NullMarked
package fourfold.core.inspection;
