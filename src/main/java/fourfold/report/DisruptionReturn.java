package fourfold.report;

import static fourfold.report.Occasion.day;
import static fourfold.report.Occasion.number;

import fourfold.core.disclosure.Released;
import fourfold.core.disruption.Category;
import fourfold.core.figures.Figures;
import fourfold.core.figures.Window;
import fourfold.core.kernel.P;
import fourfold.report.page.Grid;
import fourfold.report.page.Grid.Cell;
import fourfold.report.page.Paper;
import fourfold.report.page.Paper.Figure;
import fourfold.report.page.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The disruptions of one agency in a period, as its return: what it led and was assessed, and what of that counts nationally, by P,
/// impact, area, unit and month; and apart from it what is not assessed and what it supported. Every number is an answer of the figures that screens and commands give.
public final class DisruptionReturn {

    private static final List<String> ASSESSED =
            List.of(Category.MAJOR.label(), Category.MODERATE.label(), Category.MINOR.label());

    /// The answers that it is made of.
    ///
    /// @param led lead events that are assessed as Major, Moderate or Minor, by P and category
    /// @param counted those that count nationally, by P
    /// @param every lead events of every category, by P
    /// @param support assessed events that it supported, by P
    /// @param sides the same lead events by other keys, each beside those that count nationally
    public record Content(String agency, Window window, Figures led, Figures counted, Figures every, Figures support, List<Side> sides) {
        public Content {
            sides = List.copyOf(sides);
        }
    }

    /// The lead events by one key.
    public record Side(String title, Figures led, Figures counted) {}

    private final Content of;
    private final Occasion on;

    private DisruptionReturn(Content of, Occasion on) {
        this.of = of;
        this.on = on;
    }

    /// The return as a PDF.
    public static byte[] pdf(Released released, Content content, Occasion on) {
        return new DisruptionReturn(content, on).write(released);
    }

    private String days() {
        var from = of.window().from();
        var to = of.window().to();
        if (from == null && to == null) return "all record dates";
        if (from == null) return "recorded up to " + day(Objects.requireNonNull(to));
        return "recorded from " + day(from) + (to == null ? "" : " to " + day(to));
    }

    private byte[] write(Released released) {
        var title = "Disruption return: " + of.agency();
        var paper = new Paper(title, released.marking(), on.made());
        paper.title(title, days() + " · as at " + day(on.today()));
        long led = of.led().total();
        long major = sum(of.led(), null, Set.of(Category.MAJOR.label(), Category.MODERATE.label()));
        paper.figures(List.of(
                new Figure(number(led), "led and assessed", false),
                new Figure(number(of.counted().total()), "count nationally", false),
                new Figure(percent(of.led(), P.PURSUE.label(), led), "of these are Pursue", false),
                new Figure(share(major, led), "of these are major or moderate", false),
                new Figure(number(of.support().total()), "supported, assessed", false)));
        paper.heading("By P and impact").table(byP());
        for (var side : of.sides()) side(paper, side);
        paper.heading("How it was counted", Tone.INK, "");
        for (var figures : List.of(of.led(), of.counted(), of.every(), of.support()))
            paper.note(figures.view().title() + " (view " + figures.view().name() + ", rule " + figures.rule() + "): "
                    + figures.view().reading());
        paper.note("The days at the head of this return take the place of those of the views. " + Figures.ROUNDING + " What is not assessed as Major, Moderate or"
                + " Minor, and what was supported, stands apart and is in no total and no share.");
        on.closeFigures(paper, released);
        return paper.pdf();
    }

    private Grid byP() {
        var grid = new Grid()
                .column("4P", 1.4)
                .numbers("Led", 0.9)
                .numbers("Share", 0.9)
                .numbers("Count nationally", 1.4)
                .numbers("Major", 0.9)
                .numbers("Moderate", 1.1)
                .numbers("Minor", 0.9)
                .numbers("Other or unassessed", 1.5)
                .numbers("Supported", 1.2)
                .withRowHeads();
        long all = of.led().total();
        for (var p : P.values()) {
            long led = sum(of.led(), p.label(), Set.of());
            row(grid, p.label(), led, percent(of.led(), p.label(), all), sum(of.counted(), p.label(), Set.of()), p.label());
        }
        row(grid, "All", all, all == 0 ? "–" : "100 %", of.counted().total(), null);
        return grid;
    }

    private void row(Grid grid, String head, long led, String share, long counted, @Nullable String p) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.strong(head));
        cells.add(Cell.of(led));
        cells.add(Cell.of(share));
        cells.add(Cell.of(counted));
        for (var category : ASSESSED) cells.add(Cell.of(sum(of.led(), p, Set.of(category))));
        cells.add(Cell.of(sum(of.every(), p, Set.of()) - led));
        cells.add(Cell.of(p == null ? of.support().total() : sum(of.support(), p, Set.of())));
        grid.row(cells);
    }

    /// The rows of a P, or of all, and of some categories, or of all.
    private static long sum(Figures figures, @Nullable String p, Set<String> categories) {
        return figures.rows().stream()
                .filter(row -> p == null || row.values().getFirst().equals(p))
                .filter(row -> categories.isEmpty() || categories.contains(row.values().getLast()))
                .mapToLong(Figures.Row::count)
                .sum();
    }

    private static String percent(Figures figures, String p, long of) {
        return share(sum(figures, p, Set.of()), of);
    }

    private static String share(long count, long of) {
        return Figures.Row.percent(count, of).map(percent -> percent + " %").orElse("–");
    }

    private void side(Paper paper, Side side) {
        var grid = new Grid()
                .column(side.led().labels().getFirst(), 5)
                .numbers("Led, assessed", 1.3)
                .numbers("Share", 1)
                .numbers("Count nationally", 1.6)
                .withRowHeads();
        for (var row : side.led().rows()) {
            if (row.count() == 0) continue;
            var value = row.values().getFirst();
            long counted = side.counted().row(value).map(Figures.Row::count).orElse(0L);
            grid.row(List.of(
                    Cell.of(value.isBlank() ? "Not stated" : value),
                    Cell.of(row.count()),
                    Cell.of(share(row.count(), side.led().total())),
                    Cell.of(counted)));
        }
        if (!grid.isEmpty()) paper.heading(side.title()).table(grid);
    }
}
