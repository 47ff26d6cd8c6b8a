/// The command line: the same desks without a window. JSON on standard output, messages on standard error; the exit code
/// is 0 done, 1 refused, 2 wrong usage, 3 damaged or unreadable.
///
/// A command is one class. It takes its options, asks one desk, and gives back an [Answer]; [Cli] alone turns answers,
/// refusals and faults into text and exit codes. Only the command that was asked for is built, so that a list of threats
/// costs the derivation of the key and little more.
@org.jspecify.annotations.NullMarked
package fourfold.cli;
