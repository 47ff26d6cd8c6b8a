package fourfold.report;

import static fourfold.report.Occasion.day;
import static fourfold.report.Occasion.number;

import fourfold.core.disclosure.Released;
import fourfold.core.inspection.Breakdown;
import fourfold.core.inspection.Hit;
import fourfold.core.inspection.Inspection;
import fourfold.core.inspection.Result;
import fourfold.core.inspection.Result.State;
import fourfold.report.page.Grid;
import fourfold.report.page.Grid.Cell;
import fourfold.report.page.Paper;
import fourfold.report.page.Paper.Figure;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Would an inspector find it: every check with its answer on the first page, and behind it for each that found something the
/// finding of the report that it turns on our own records, its sides and what was found.
public final class InspectionPage {

    /// How many of what a check found are named; the program has them all.
    private static final int NAMED = 8;

    private final String agency;
    private final Inspection inspection;
    private final Released released;

    private InspectionPage(String agency, Inspection inspection, Released released) {
        this.agency = agency;
        this.inspection = inspection;
        this.released = released;
    }

    /// The page as a PDF.
    public static byte[] pdf(Released released, Inspection inspection, Occasion on) {
        return new InspectionPage(released.from(), inspection, released).write(on);
    }

    private byte[] write(Occasion on) {
        var title = "Would an inspector find it: " + agency;
        var paper = new Paper(title, released.marking(), on.made());
        paper.title(title, "Every check, looked back from " + day(inspection.day()));
        paper.figures(List.of(
                new Figure(number(inspection.results().size()), "checks", false),
                new Figure(number(inspection.count(State.FOUND)), "found something", inspection.count(State.FOUND) > 0),
                new Figure(number(inspection.count(State.NOTHING_FOUND)), "found nothing", false),
                new Figure(number(inspection.count(State.CANNOT_BE_ANSWERED)), "cannot be answered", false)));
        overview(paper);
        sentences(paper, "Nothing found", State.NOTHING_FOUND);
        sentences(paper, "Cannot be answered yet", State.CANNOT_BE_ANSWERED);
        for (var result : of(State.FOUND)) found(paper, result);
        paper.gap(6);
        paper.note("What carries a date is looked back at from " + day(inspection.day())
                + "; what carries none, such as who is the LRO, is as it stands now.");
        on.closeFigures(paper, released);
        return paper.pdf();
    }

    private List<Result> of(State state) {
        return inspection.results().stream().filter(result -> result.state() == state).toList();
    }

    private void overview(Paper paper) {
        var grid = new Grid().numbers("Count", 1).column("Check", 4).column("What would be found", 9);
        for (var result : of(State.FOUND))
            grid.row(List.of(Cell.alert(number(result.count())), Cell.strong(result.check().title()), Cell.of(result.sentence())));
        if (!grid.isEmpty()) paper.heading("Found").table(grid);
    }

    private void sentences(Paper paper, String head, State state) {
        var sentences = of(state).stream().map(result -> result.check().title() + ": " + result.sentence()).toList();
        if (!sentences.isEmpty()) paper.heading(head).bullets(sentences, false);
    }

    private void found(Paper paper, Result result) {
        var check = result.check();
        paper.heading(check.title()).text(result.sentence());
        if (!check.quote().isEmpty()) paper.note("The report: “" + check.quote() + "” (" + check.section() + ").");
        result.parts().forEach(part -> part(paper, part));
        var named = result.hits().stream().filter(this::mayBeNamed).toList();
        var grid = new Grid().column("What", 2).column("Name", 3).column("Why", 6);
        named.stream().limit(NAMED).forEach(hit -> grid.row(List.of(
                Cell.strong(hit.ref()), Cell.of(Occasion.cut(hit.name(), 60)), Cell.of(Occasion.cut(hit.note(), 160)))));
        paper.table(grid);
        int more = result.hits().size() - Math.min(named.size(), NAMED);
        if (more > 0) paper.note(number(more) + " more in the program.");
    }

    private static void part(Paper paper, Breakdown part) {
        if (part.counts().isEmpty()) return;
        paper.text(part.by() + ": "
                + part.counts().entrySet().stream()
                        .map(one -> (one.getKey().isBlank() ? "not stated" : one.getKey()) + " " + number(one.getValue()))
                        .collect(Collectors.joining(", "))
                + ".");
    }

    /// A line that is about no record, or about records of which each was released.
    private boolean mayBeNamed(Hit hit) {
        return isReleased(hit.id()) && isReleased(hit.about());
    }

    private boolean isReleased(@Nullable UUID record) {
        return record == null || released.includes(record);
    }
}
