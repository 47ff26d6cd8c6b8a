package fourfold.core.figures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Figures beside those of the same keys in other views or periods.
///
/// @param figures those that were asked for
/// @param others what stands beside them
public record SideBySide(Figures figures, List<Figures> others) {

    public SideBySide {
        others = List.copyOf(others);
    }

    /// One figure with those beside it.
    ///
    /// @param row the figure
    /// @param beside that of each of the others, in their order
    public record Line(Figures.Row row, List<Figures.Row> beside) {
        public Line {
            beside = List.copyOf(beside);
        }

        /// By how much the figure is more than the one beside it; less than 0 where it is less.
        public long difference(int other) {
            return row.count() - beside.get(other).count();
        }
    }

    /// Every figure that any of them has. Where one has no row for what another counted, it counted none.
    public List<Line> lines() {
        var values = new LinkedHashSet<List<String>>();
        figures.rows().forEach(row -> values.add(row.values()));
        others.forEach(other -> other.rows().forEach(row -> values.add(row.values())));
        var lines = new ArrayList<Line>();
        for (var one : values)
            lines.add(new Line(row(figures, one), others.stream().map(other -> row(other, one)).toList()));
        return lines;
    }

    private static Figures.Row row(Figures figures, List<String> values) {
        return figures.row(values.toArray(String[]::new))
                .orElseGet(() -> new Figures.Row(
                        values, 0, whole(figures, values), List.of(), new TreeMap<>(), new TreeMap<>(), Optional.empty()));
    }

    /// What a row would be out of that is not there: as others of its group are.
    private static long whole(Figures figures, List<String> values) {
        var group = values.subList(0, Math.max(0, values.size() - 1));
        return figures.rows().stream()
                .filter(row -> row.values().subList(0, group.size()).equals(group))
                .mapToLong(Figures.Row::of)
                .findFirst()
                .orElse(0);
    }
}
