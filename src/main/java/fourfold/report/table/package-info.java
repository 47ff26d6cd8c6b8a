/// Tables as a person sees them, written for a spreadsheet: the rows and columns that are shown, in their order, what each
/// column means, and the marking with the word on release. Rows about records that the rules of disclosure withhold are left
/// out and counted.
@org.jspecify.annotations.NullMarked
package fourfold.report.table;
