/// The offline guide: its topics, a search, and its pages.
@org.jspecify.annotations.NullMarked
package fourfold.ui.guide;
