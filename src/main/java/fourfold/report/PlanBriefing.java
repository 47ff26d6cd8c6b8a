package fourfold.report;

import static fourfold.report.Occasion.count;
import static fourfold.report.Occasion.day;
import static fourfold.report.Occasion.number;

import fourfold.core.disclosure.Released;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.threat.Threat;
import fourfold.report.page.Paper;
import fourfold.report.page.Paper.Fact;
import fourfold.report.page.Paper.Figure;
import fourfold.report.page.Tone;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The plan of a threat as a chief officer reads it in a minute: how it stands, what it is to achieve, what needs attention, who
/// is on it, each P with its actions, what was counted, and when it is looked at again.
public final class PlanBriefing {

    private final ThreatPapers of;
    private final Plan plan;
    private final Occasion on;

    private PlanBriefing(ThreatPapers of, Occasion on) {
        this.of = of;
        this.plan = of.plan().orElseThrow(() -> new IllegalArgumentException("there is no plan"));
        this.on = on;
    }

    /// The briefing as a PDF.
    ///
    /// @throws IllegalArgumentException when the threat or its plan was not released
    public static byte[] pdf(Released released, ThreatPapers papers, Occasion on) {
        return new PlanBriefing(papers.cleared(released), on).write(released);
    }

    private byte[] write(Released released) {
        var paper = new Paper(of.words() + ": 4P plan briefing", released.marking(), on.made());
        paper.title(of.words() + ": 4P plan briefing", of.below() + " · as at " + day(on.today()));
        paper.figures(figures());
        paper.heading("Objective").text(ThreatPapers.orNone(plan, Plan.OBJECTIVE, "No objective is written down."));
        var attention = Attention.of(of, plan, on);
        if (!attention.isEmpty()) paper.heading("What needs attention").bullets(attention, true);
        paper.heading("Who").facts(who());
        for (var p : P.values()) under(paper, p);
        disruptions(paper);
        paper.heading("Next review").text(review());
        on.close(paper, released, year().stream().map(ThreatPapers.Event::verdict).toList());
        return paper.pdf();
    }

    private List<ThreatPapers.Event> year() {
        return of.recorded(on.yearFrom(), on.today());
    }

    private List<Figure> figures() {
        int overdue = of.overdue(on.today()).size();
        long led = year().stream().filter(ThreatPapers.Event::isLed).count();
        long counts = year().stream().filter(event -> event.verdict().counts()).count();
        return List.of(
                new Figure(number(of.open().size()), "open actions", false),
                new Figure(number(overdue), "overdue", overdue > 0),
                new Figure(number(led), "events led in 12 months", false),
                new Figure(number(counts), "count nationally", false),
                review(plan));
    }

    private Figure review(Plan plan) {
        var next = plan.find(Plan.NEXT_REVIEW);
        if (next.isEmpty()) return new Figure("–", "no review is set", true);
        long days = ChronoUnit.DAYS.between(on.today(), next.get());
        return days < 0
                ? new Figure(number(-days), "days since its review was due", true)
                : new Figure(number(days), "days to its next review", false);
    }

    private List<Fact> who() {
        var threat = of.threat();
        return List.of(
                new Fact("LRO", ThreatPapers.orNone(threat, Threat.LRO, "Nobody")),
                new Fact("Deputy LRO", ThreatPapers.orNone(threat, Threat.DEPUTY, "Nobody")),
                new Fact("SIO", ThreatPapers.orNone(threat, Threat.SIO, "Nobody")),
                new Fact("SRO", ThreatPapers.orNone(threat, Threat.SRO, "Nobody")),
                new Fact("Intelligence officer", ThreatPapers.orNone(plan, Plan.INTELLIGENCE_OFFICER, "Nobody")),
                new Fact("Financial investigator", ThreatPapers.orNone(plan, Plan.FINANCIAL_INVESTIGATOR, "Nobody")),
                new Fact("Safeguarding officer", ThreatPapers.orNone(plan, Plan.SAFEGUARDING_OFFICER, "Nobody")),
                new Fact("Plan", of.standing()));
    }

    private void under(Paper paper, P p) {
        var live = of.live(p);
        paper.heading(p.label(), Tone.of(p), summary(p, live));
        var objective = Plan.objective(p);
        if (!plan.lacks(objective)) paper.text(plan.get(objective));
        if (!live.isEmpty()) paper.table(Tables.actions(live, on.today()));
        else
            paper.text(
                    plan.lacks(Plan.whyEmpty(p))
                            ? "No action, and no reason is written down."
                            : "No action: " + plan.get(Plan.whyEmpty(p)));
    }

    private String summary(P p, List<Action> live) {
        var parts = new ArrayList<String>();
        parts.add(live.isEmpty() ? "no action" : count(live.size(), "action"));
        long done = live.stream().filter(action -> !action.isOpen()).count();
        if (done > 0) parts.add(done + " done");
        long overdue = live.stream().filter(action -> action.isOverdue(on.today())).count();
        if (overdue > 0) parts.add(overdue + " overdue");
        long gone = of.actions().stream().filter(action -> action.is(Action.FOUR_P, p) && !action.isLive()).count();
        if (gone > 0) parts.add(gone + " cancelled or declined");
        return String.join(", ", parts);
    }

    private void disruptions(Paper paper) {
        paper.heading("Disruptions", Tone.INK, "recorded from " + day(on.yearFrom()) + " to " + day(on.today()));
        paper.table(Tables.byP(year()));
        if (!of.events().isEmpty()) paper.subheading("The newest").table(Tables.newest(of.events(), 5, 110));
    }

    private String review() {
        var next = plan.find(Plan.NEXT_REVIEW).map(Occasion::day).orElse("No day is set");
        var approved = plan.find(Plan.LAST_APPROVED)
                .map(when -> " Last approved " + day(when)
                        + (plan.lacks(Plan.APPROVED_BY) ? "." : " by " + plan.get(Plan.APPROVED_BY) + "."))
                .orElse(" Never approved.");
        return next + "." + approved + (PlanRules.isApprovedThenChanged(plan, of.actions()) ? " Changed since." : "");
    }
}
