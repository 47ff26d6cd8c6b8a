/// Pages of A4 that can be read by eye and by screen reader: headings, paragraphs, facts, tables and lists flow down the page,
/// tagged as PDF/UA asks (ISO 14289-1), with the protective marking and a word on release at every page, which are artefacts.
/// Colour never says anything alone. The font is Liberation Sans (SIL Open Font Licence), embedded. The same content gives the
/// same bytes.
@org.jspecify.annotations.NullMarked
package fourfold.report.page;
