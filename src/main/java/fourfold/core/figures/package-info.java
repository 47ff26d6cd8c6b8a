/// Figures: what is counted, by which view, as at when, and how each number was made.
///
/// - [fourfold.core.figures.Facts] is an immutable picture of what can be counted: threats, events, plans, actions and
///   meetings, column by column in plain arrays, so that a quarter of a million events are counted in milliseconds. It is
///   made by the store, as the records stand or as they stood at an earlier position of the journal.
/// - [fourfold.core.figures.FactTests] are the named tests over facts: open, stalled, overdue, and the like. Figures and the
///   inspection page both use them, so that a word means one thing.
///
/// A value in conflict counts as the lists show it. An event that is linked as the support of another is never counted as a
/// lead.
@org.jspecify.annotations.NullMarked
package fourfold.core.figures;
