package fourfold.extract;

import fourfold.core.kernel.Field;

/// One column of an extract.
///
/// @param label the column's own name
/// @param field the field that holds its value
/// @param need what the column and its cells must have
/// @param <K> the kind of record
public record ExtractColumn<K>(String label, Field<K, ?> field, Need need) {

    /// Whether that cell of a header names this column: letter case, outer spaces and doubled spaces do not matter.
    public boolean isHeadedBy(String headerCell) {
        return ExtractTable.same(label, headerCell);
    }

    /// What must be there. Real extracts have gaps, so only what a record cannot be kept without is asked for.
    public enum Need {
        /// The column must be in the file and filled in every record.
        VALUE,
        /// The column must be in the file; a blank cell is a gap, no fault.
        COLUMN,
        /// A file without the column is taken as if its cells were blank.
        NONE
    }
}
