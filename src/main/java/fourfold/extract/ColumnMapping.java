package fourfold.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the columns of a table stand in one file.
///
/// @param places for each column of the table in its order its place in the file, from 0, or -1 when it is not there
/// @param extra the names in the header that are no column of the table
/// @param missing the mandatory columns that are not in the file
/// @param blank the other columns that are not in the file; they are taken as blank
record ColumnMapping(List<Integer> places, List<String> extra, List<String> missing, List<String> blank) {

    ColumnMapping {
        places = List.copyOf(places);
        extra = List.copyOf(extra);
        missing = List.copyOf(missing);
        blank = List.copyOf(blank);
    }

    static ColumnMapping of(ExtractTable<?> table, List<String> header) {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < header.size(); i++) byName.putIfAbsent(ExtractTable.plain(header.get(i)), i);
        var places = new ArrayList<Integer>();
        var missing = new ArrayList<String>();
        var blank = new ArrayList<String>();
        Set<Integer> used = new HashSet<>();
        for (var column : table.columns()) {
            int place = byName.getOrDefault(ExtractTable.plain(column.label()), -1);
            places.add(place);
            used.add(place);
            if (place >= 0) continue;
            if (column.need() == ExtractColumn.Need.NONE) blank.add(column.label());
            else missing.add(column.label());
        }
        var extra = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            if (!used.contains(i)) extra.add(header.get(i).isBlank() ? "column " + (i + 1) : header.get(i));
        }
        return new ColumnMapping(places, extra, missing, blank);
    }

    /// Whether the header names none of the columns, so that it is no header at all.
    boolean isEmpty() {
        return places.stream().allMatch(place -> place < 0);
    }

    /// The first name that stands in the header twice.
    static Optional<String> duplicate(List<String> header) {
        Set<String> seen = new HashSet<>();
        return header.stream()
                .filter(name -> !name.isBlank() && !seen.add(ExtractTable.plain(name)))
                .findFirst();
    }
}
