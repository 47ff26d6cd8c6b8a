/// The dataset for analysis: released records as the tables of a star schema, in CSV, with a Frictionless descriptor that says
/// every column's type, meaning and key.
///
/// What a dataset may hold is written out column by column: dates, choices of fixed lists, counts, references and identities,
/// and words that name an agency, an area, a unit, a phase or a kind of meeting. No narrative and no name of a person is a
/// column; of a person a table says at most whether there is one. The columns are the same whatever the records hold, so that
/// the datasets of several agencies can be put below each other.
@org.jspecify.annotations.NullMarked
package fourfold.report.dataset;
