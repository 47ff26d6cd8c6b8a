/// What every screen is made of: work off the UI thread, commands, queries, view-model pieces and widgets. A
/// view-model needs only the classes here that know `javafx.beans` and `javafx.collections`; the widgets carry style
/// classes and nothing else, all colours and distances stand in `fourfold/ui/base.css` and the two token files.
@org.jspecify.annotations.NullMarked
package fourfold.ui.kit;
