/// Real extracts: CSV files as other systems print them, read into checked records, and written back with the very same
/// columns.
///
/// What is read: comma, semicolon or TAB between cells, found from the header; UTF-8, with or without byte order mark,
/// UTF-16 with one, and Windows-1252 for what is not valid UTF-8; CR LF, LF or CR; cells in quotation marks as in
/// RFC 4180; dates in any form that [fourfold.core.kernel.UkDate] knows, day before month. Columns are found by name,
/// whatever their order and letter case. What is written: comma, CR LF, UTF-8 without byte order mark, ISO dates.
///
/// A file is read three times: once to find the encoding, once to find separator, header and dates and to make sure that
/// it can be taken apart without doubt, once for its records. Nothing but one record, the findings and one short digest a
/// record is held, so that size does not matter. Every record is either handed on or listed with its number, column and
/// reason; what cannot be taken as it stands is never cut or guessed.
///
/// Beside them stand the readers of what the program brings with it on its class path: the reference data
/// ([ReferenceTables]) and the offline guide ([GuidePages]). What is wrong there is a fault of ours, not of a user, and stops
/// the program with the file and the line.
@org.jspecify.annotations.NullMarked
package fourfold.extract;
