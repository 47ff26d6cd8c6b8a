package fourfold.report;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionStatus;
import fourfold.report.page.Grid;
import fourfold.report.page.Grid.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The tables that several papers have.
final class Tables {

    private static final Set<Category> ASSESSED = Set.of(Category.MAJOR, Category.MODERATE, Category.MINOR);

    private Tables() {}

    /// Events by P: all four, so that none is shown as 0.
    static Grid byP(List<ThreatPapers.Event> events) {
        var grid = new Grid()
                .column("4P", 1.5)
                .numbers("Led", 1)
                .numbers("Count nationally", 1.5)
                .numbers("Major", 1)
                .numbers("Moderate", 1.2)
                .numbers("Minor", 1)
                .numbers("Other or unassessed", 1.6)
                .numbers("Supported", 1.2)
                .withRowHeads();
        for (var p : P.values()) row(grid, p.label(), events.stream().filter(e -> e.record().is(Disruption.FOUR_P, p)).toList());
        row(grid, "All", events);
        return grid;
    }

    private static void row(Grid grid, String head, List<ThreatPapers.Event> events) {
        var led = events.stream().filter(ThreatPapers.Event::isLed).toList();
        var cells = new ArrayList<Cell>();
        cells.add(Cell.strong(head));
        cells.add(Cell.of(led.size()));
        cells.add(Cell.of(count(events, event -> event.verdict().counts())));
        for (var category : List.of(Category.MAJOR, Category.MODERATE, Category.MINOR))
            cells.add(Cell.of(count(led, event -> event.record().is(Disruption.CATEGORY, category))));
        cells.add(Cell.of(count(led, event -> event.record().find(Disruption.CATEGORY).filter(ASSESSED::contains).isEmpty())));
        cells.add(Cell.of(events.size() - led.size()));
        grid.row(cells);
    }

    private static long count(List<ThreatPapers.Event> events, Predicate<ThreatPapers.Event> test) {
        return events.stream().filter(test).count();
    }

    /// The newest events in one line each.
    static Grid newest(List<ThreatPapers.Event> events, int most, int letters) {
        var grid = new Grid()
                .column("Event", 1.5)
                .column("4P", 1)
                .column("Impact", 1.2)
                .column("What happened", 6)
                .column("Nationally", 1.4);
        events.stream().limit(most).forEach(event -> grid.row(List.of(
                Cell.of(Occasion.shortDay(event.record().find(Disruption.EVENT_DATE).orElse(null))),
                Cell.of(event.record().print(Disruption.FOUR_P)),
                Cell.of(event.record().print(Disruption.CATEGORY)),
                Cell.of(Occasion.cut(event.record().get(Disruption.SUMMARY), letters)),
                Cell.of(switch (event.verdict().standing()) {
                    case COUNTS -> "Counts";
                    case NOT_YET -> "Not yet";
                    case DOES_NOT_COUNT -> event.isLed() ? "Does not" : "Support";
                    case THROUGH_LEAD -> "Through lead";
                }))));
        return grid;
    }

    /// Actions with who does them, until when, and how far they are.
    static Grid actions(List<Action> actions, LocalDate today) {
        var grid = new Grid().column("Action", 5).column("Owner", 2.3).column("Due", 1.4).column("Status", 2);
        for (var action : actions)
            grid.row(List.of(
                    Cell.of(action.get(Action.TITLE) + " (" + action.get(Action.REF) + ")"),
                    action.lacks(Action.OWNER) ? Cell.alert("Nobody") : Cell.of(action.get(Action.OWNER)),
                    Cell.of(action.find(Action.DUE).map(Occasion::shortDay).orElse("No day")),
                    status(action, today)));
        return grid;
    }

    private static Cell status(Action action, LocalDate today) {
        var words = action.print(Action.STATUS);
        if (action.is(Action.STATUS, ActionStatus.BLOCKED))
            return Cell.alert(words + action.find(Action.BLOCKED_SINCE).map(day -> " since " + Occasion.shortDay(day)).orElse(""));
        if (action.isOverdue(today)) return Cell.alert("Overdue, " + words.toLowerCase(java.util.Locale.UK));
        if (action.is(Action.STATUS, ActionStatus.DONE))
            return Cell.of(words + action.find(Action.FINISHED_ON).map(day -> " " + Occasion.shortDay(day)).orElse(""));
        return Cell.of(words);
    }
}
