package fourfold.desk;

import fourfold.core.figures.Figures;
import fourfold.core.figures.SideBySide;
import fourfold.extract.TableWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Figures as a table and in a sentence.
public final class FigureTable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private FigureTable() {}

    /// Writes the figures as CSV: the keys, what was counted, and how, then what stands beside.
    ///
    /// @param refs whether the references follow, with semicolons between them
    /// @param sums whether what the events state in numbers follows
    public static Consumer<Writer> csv(SideBySide table, boolean refs, boolean sums) {
        var figures = table.figures();
        boolean rates = hasRates(figures);
        return out -> TableWriter.write(out, header(table, rates, refs, sums), table.lines().stream().map(one -> {
            var cells = cells(figures, one.row(), rates, refs, sums);
            for (int i = 0; i < one.beside().size(); i++) {
                var other = one.beside().get(i);
                cells.addAll(List.of(other.count(), other.of(), percent(other), one.difference(i)));
            }
            return cells;
        }));
    }

    private static boolean hasRates(Figures figures) {
        return figures.rows().stream().anyMatch(row -> row.rate().isPresent());
    }

    private static List<String> header(SideBySide table, boolean rates, boolean refs, boolean sums) {
        var figures = table.figures();
        var header = new ArrayList<>(figures.keys());
        header.addAll(List.of("count", "of", "percent"));
        if (rates) header.add("ratePer1000");
        if (refs) header.add("refs");
        if (sums && !figures.rows().isEmpty()) {
            var labels = figures.rows().getFirst().sums().keySet();
            header.addAll(labels);
            labels.forEach(label -> header.add("Largest: " + label));
        }
        header.addAll(List.of("view", "rule", "reading", "asAt", "knownOn", "from", "to"));
        for (var other : table.others())
            for (var column : List.of("count", "of", "percent", "difference"))
                header.add("against " + name(other) + ": " + column);
        return header;
    }

    /// The view, and its days where they are bounded.
    private static String name(Figures figures) {
        return figures.window().isBounded()
                ? figures.view().name() + " " + text(figures.window().from()) + "/" + text(figures.window().to())
                : figures.view().name();
    }

    private static List<Object> cells(Figures figures, Figures.Row row, boolean rates, boolean refs, boolean sums) {
        var cells = new ArrayList<Object>(row.values());
        cells.add(row.count());
        cells.add(row.of());
        cells.add(percent(row));
        if (rates) cells.add(row.rate().orElse(""));
        if (refs) cells.add(String.join(";", row.refs()));
        if (sums) {
            row.sums().values().forEach(sum -> cells.add(new BigDecimal(sum)));
            row.largest().values().forEach(number -> cells.add(new BigDecimal(number)));
        }
        cells.addAll(List.of(
                figures.view().name(),
                figures.rule(),
                figures.view().reading(),
                figures.asAt() ? figures.day().toString() : "",
                figures.known().map(known -> known.moment().toString()).orElse(""),
                text(figures.window().from()),
                text(figures.window().to())));
        return cells;
    }

    private static String percent(Figures.Row row) {
        return row.percent().map(Object::toString).orElse("");
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /// What was counted, as at when and over which days, and how shares are rounded.
    public static String sentence(Figures figures) {
        var when = figures.asAt()
                ? "as at " + DAY.format(figures.day()) + " by the records' own dates"
                : "as the records stand";
        var known = figures.known()
                .map(one -> ", as known on " + one.moment() + " (entry " + one.position() + " of the journal)")
                .orElse("");
        return figures.view().title() + ", " + when + known + days(figures) + ". Rule: " + figures.rule() + ". "
                + Figures.ROUNDING;
    }

    private static String days(Figures figures) {
        var from = figures.window().from();
        var to = figures.window().to();
        if (from != null && to != null) return ", " + DAY.format(from) + " to " + DAY.format(to);
        if (from != null) return ", from " + DAY.format(from) + " on";
        return to == null ? "" : ", up to " + DAY.format(to);
    }
}
