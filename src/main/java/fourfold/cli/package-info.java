/// The command line: the same desks without a window. JSON on standard output, messages on standard error; 0 done,
/// 1 refused, 2 wrong usage, 3 damaged or unreadable.
@org.jspecify.annotations.NullMarked
package fourfold.cli;
