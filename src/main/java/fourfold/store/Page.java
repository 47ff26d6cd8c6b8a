package fourfold.store;

import java.util.List;

/// A part of a list.
///
/// @param rows the part that was asked for
/// @param matching how many rows match in all
/// @param total how many there are without any filter
public record Page<R>(List<R> rows, long matching, long total) {

    public Page {
        rows = List.copyOf(rows);
    }
}
