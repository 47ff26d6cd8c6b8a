/// The frame around every place: the protective marking, the rail, the place's header, the command palette, the status
/// line, and the themes.
@org.jspecify.annotations.NullMarked
package fourfold.ui.shell;
