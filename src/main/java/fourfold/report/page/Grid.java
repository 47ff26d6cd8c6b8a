package fourfold.report.page;

import java.util.ArrayList;
import java.util.List;

/// A table that is to be printed: its columns and rows.
public final class Grid {

    /// A column.
    ///
    /// @param share how much of the width it has, beside the shares of the others
    record Head(String text, float share, boolean right) {}

    /// A cell.
    public record Cell(String text, Tone tone, boolean bold) {

        /// Plain words.
        public static Cell of(String text) {
            return new Cell(text, Tone.TEXT, false);
        }

        /// A number as people write it, with separators.
        public static Cell of(long number) {
            return of(String.format(java.util.Locale.UK, "%,d", number));
        }

        /// Words that must not be overlooked; they say themselves why.
        public static Cell alert(String text) {
            return new Cell(text, Tone.ALERT, true);
        }

        /// Words in bold.
        public static Cell strong(String text) {
            return new Cell(text, Tone.INK, true);
        }
    }

    private final List<Head> heads = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private boolean rowsHaveHeads;

    /// Adds a column of words.
    public Grid column(String head, double share) {
        heads.add(new Head(head, (float) share, false));
        return this;
    }

    /// Adds a column of numbers, which stand to the right.
    public Grid numbers(String head, double share) {
        heads.add(new Head(head, (float) share, true));
        return this;
    }

    /// The first cell of each row is the head of its row.
    public Grid withRowHeads() {
        rowsHaveHeads = true;
        return this;
    }

    /// Adds a row.
    ///
    /// @throws IllegalArgumentException when it has not one cell for each column
    public Grid row(List<Cell> cells) {
        if (cells.size() != heads.size()) throw new IllegalArgumentException("a row has a cell for each column");
        rows.add(List.copyOf(cells));
        return this;
    }

    /// Whether it has no row.
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    List<Head> heads() {
        return heads;
    }

    List<List<Cell>> rows() {
        return rows;
    }

    boolean rowsHaveHeads() {
        return rowsHaveHeads;
    }
}
