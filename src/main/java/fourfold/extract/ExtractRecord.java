package fourfold.extract;

import java.util.List;

/// One record of an extract as it stands there.
///
/// @param number the physical record number; the header is record 1 unless blank lines stand before it, and a blank
///     line counts, so that the number is that of the row in a spreadsheet
/// @param line the first physical line, from 1; it differs from the number once a cell holds a line break
/// @param cells the cells, at most as many as the header has
/// @param facts what the guard saw
record ExtractRecord(int number, long line, List<String> cells, CellGuard.Facts facts) {

    /// Whether the record can be read as it stands, cell by cell.
    boolean isSound(int columns) {
        return facts.cells() == columns && facts.longCell() < 0 && facts.strayCell() < 0;
    }
}
