package fourfold.report;

import static fourfold.report.Occasion.count;
import static fourfold.report.Occasion.day;
import static fourfold.report.Occasion.number;
import static fourfold.report.Occasion.shortDay;

import fourfold.core.disclosure.Released;
import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingStatus;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import fourfold.report.page.Grid;
import fourfold.report.page.Grid.Cell;
import fourfold.report.page.Paper;
import fourfold.report.page.Paper.Fact;
import fourfold.report.page.Paper.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a meeting has before it: who is asked, the threats on its agenda side by side, and for each what has happened since
/// such a meeting last had it, and what is open.
public final class MeetingBrief {

    private static final int ACTIONS = 6;

    private final Meeting meeting;
    private final List<Item> agenda;
    private final Occasion on;

    /// A threat on the agenda.
    ///
    /// @param before when a meeting of this kind last had it; nothing where none had
    public record Item(ThreatPapers papers, Optional<LocalDate> before) {}

    private MeetingBrief(Meeting meeting, List<Item> agenda, Occasion on) {
        this.meeting = meeting;
        this.agenda = agenda;
        this.on = on;
    }

    /// The brief as a PDF.
    ///
    /// @throws IllegalArgumentException when the meeting or one of its threats was not released
    public static byte[] pdf(Released released, Meeting meeting, List<Item> agenda, Occasion on) {
        if (!released.includes(meeting.id().value())) throw new IllegalArgumentException("the meeting is not released");
        var cleared = agenda.stream().map(item -> new Item(item.papers().cleared(released), item.before())).toList();
        return new MeetingBrief(meeting, cleared, on).write(released);
    }

    private byte[] write(Released released) {
        var date = meeting.find(Meeting.DATE).map(Occasion::day).orElse("no day");
        var kind = ThreatPapers.orNone(meeting, Meeting.KIND, "Meeting");
        var paper = new Paper(kind + ", " + date + ": brief", released.marking(), on.made());
        paper.title(kind, meeting.get(Meeting.REF) + " · " + date + " · " + meeting.print(Meeting.STATUS) + " · as at " + day(on.today()));
        paper.figures(figures());
        paper.facts(people());
        if (agenda.isEmpty()) paper.text("No threat is on its agenda.");
        else paper.heading("Agenda").table(overview());
        for (var item : agenda) item(paper, item);
        on.close(paper, released, agenda.stream()
                .flatMap(item -> item.papers().events().stream())
                .map(ThreatPapers.Event::verdict)
                .toList());
        return paper.pdf();
    }

    private List<Figure> figures() {
        long overdue = agenda.stream().mapToLong(item -> item.papers().overdue(on.today()).size()).sum();
        long since = agenda.stream().mapToLong(item -> since(item).size()).sum();
        long without = agenda.stream().filter(item -> item.papers().plan().isEmpty()).count();
        return List.of(
                new Figure(number(agenda.size()), agenda.size() == 1 ? "threat on the agenda" : "threats on the agenda", false),
                new Figure(number(without), "without a plan", without > 0),
                new Figure(number(overdue), "overdue actions", overdue > 0),
                new Figure(number(since), "events since they were last here", false));
    }

    private List<Fact> people() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Invited", list(meeting.print(Meeting.INVITED))));
        if (!meeting.lacks(Meeting.ATTENDED)) facts.add(new Fact("Attended", list(meeting.print(Meeting.ATTENDED))));
        boolean notHeld = !meeting.is(Meeting.STATUS, MeetingStatus.HELD) && !meeting.lacks(Meeting.CANCELLATION_REASON);
        if (notHeld) facts.add(new Fact("Reason", meeting.get(Meeting.CANCELLATION_REASON)));
        return facts;
    }

    private static String list(String semicolons) {
        return semicolons.isBlank() ? "Nobody is named" : semicolons.replace(";", ", ");
    }

    private List<ThreatPapers.Event> since(Item item) {
        return item.papers().recorded(item.before().map(day -> day.plusDays(1)).orElse(LocalDate.MIN), on.today());
    }

    private Grid overview() {
        var grid = new Grid()
                .column("Threat", 3.2)
                .column("Kind", 2.2)
                .column("Tier", 1)
                .column("LRO", 2.2)
                .column("Plan", 2)
                .numbers("Open", 0.9)
                .numbers("Overdue", 1.2)
                .numbers("Events since", 1.2)
                .withRowHeads();
        for (var item : agenda) {
            var papers = item.papers();
            int overdue = papers.overdue(on.today()).size();
            grid.row(List.of(
                    Cell.strong(papers.words()),
                    Cell.of(papers.threat().print(Threat.KIND)),
                    Cell.of(papers.threat().print(Threat.TIER)),
                    papers.threat().lacks(Threat.LRO) ? Cell.alert("Nobody") : Cell.of(papers.threat().get(Threat.LRO)),
                    papers.plan().isEmpty() ? Cell.alert("No plan") : Cell.of(papers.standing()),
                    Cell.of(papers.open().size()),
                    overdue > 0 ? Cell.alert(number(overdue)) : Cell.of(0),
                    Cell.of(since(item).size())));
        }
        return grid;
    }

    private void item(Paper paper, Item item) {
        var papers = item.papers();
        paper.heading(papers.words());
        paper.note(papers.below()
                + papers.plan().flatMap(plan -> plan.find(Plan.NEXT_REVIEW)).map(day -> " · next review " + shortDay(day)).orElse("")
                + item.before().map(day -> " · last here " + shortDay(day)).orElse(" · not here before"));
        papers.plan().ifPresent(plan -> {
            var points = Attention.of(papers, plan, on);
            paper.bullets(points.subList(0, Math.min(points.size(), 4)), true);
        });
        var open = papers.open();
        if (!open.isEmpty())
            paper.subheading(count(open.size(), "open action") + (open.size() > ACTIONS ? ", the most urgent" : ""))
                    .table(Tables.actions(open.subList(0, Math.min(open.size(), ACTIONS)), on.today()));
        var since = since(item);
        if (!since.isEmpty())
            paper.subheading(count(since.size(), "event") + (item.before().isEmpty() ? " so far" : " since")
                            + (since.size() > ACTIONS ? ", the newest" : ""))
                    .table(Tables.newest(since, ACTIONS, 90));
    }
}
