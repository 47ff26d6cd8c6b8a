package fourfold.report;

import static fourfold.report.Occasion.day;
import static fourfold.report.Occasion.number;

import fourfold.core.disclosure.Released;
import fourfold.core.kernel.Field;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import fourfold.report.page.Paper;
import fourfold.report.page.Paper.Fact;
import fourfold.report.page.Paper.Figure;
import fourfold.report.page.Tone;
import java.util.ArrayList;
import java.util.List;

/// A threat on one page: what it is, who has it, what it means to do and can do, what the plan is, and what has been done.
public final class ThreatOnAPage {

    private static final int NARRATIVE = 300;
    private static final int NEWEST = 3;

    private final ThreatPapers of;
    private final Threat threat;
    private final Occasion on;

    private ThreatOnAPage(ThreatPapers of, Occasion on) {
        this.of = of;
        this.threat = of.threat();
        this.on = on;
    }

    /// The page as a PDF.
    ///
    /// @throws IllegalArgumentException when the threat was not released
    public static byte[] pdf(Released released, ThreatPapers papers, Occasion on) {
        return new ThreatOnAPage(papers.cleared(released), on).write(released);
    }

    private byte[] write(Released released) {
        var paper = new Paper(of.words() + ": threat on a page", released.marking(), on.made());
        paper.title(of.words(), of.below() + " · as at " + day(on.today()));
        paper.figures(figures());
        paper.facts(facts());
        narrative(paper, "Intent", Threat.INTENT);
        narrative(paper, "Capability", Threat.CAPABILITY);
        paper.heading("Plan").text(plan());
        var year = of.recorded(on.yearFrom(), on.today());
        paper.heading("Disruptions", Tone.INK, "recorded from " + day(on.yearFrom()) + " to " + day(on.today()));
        paper.table(Tables.byP(year));
        paper.table(Tables.newest(of.events(), NEWEST, 56));
        on.close(paper, released, year.stream().map(ThreatPapers.Event::verdict).toList());
        return paper.pdf();
    }

    private List<Figure> figures() {
        var year = of.recorded(on.yearFrom(), on.today());
        int overdue = of.overdue(on.today()).size();
        return List.of(
                new Figure(threat.lacks(Threat.TIER) ? "–" : threat.print(Threat.TIER), tier(), false),
                new Figure(number(of.open().size()), "open actions", false),
                new Figure(number(overdue), "overdue", overdue > 0),
                new Figure(number(year.stream().filter(ThreatPapers.Event::isLed).count()), "events led in 12 months", false),
                new Figure(number(year.stream().filter(one -> one.verdict().counts()).count()), "count nationally", false));
    }

    private String tier() {
        return threat.find(Threat.TIER_DATE).map(when -> "national tier, " + Occasion.shortDay(when)).orElse("national tier");
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Primary area", Occasion.cut(ThreatPapers.orNone(threat, Threat.PRIMARY_AREA, "Not stated"), 44)));
        facts.add(new Fact("Master list", ThreatPapers.orNone(threat, Threat.MASTER_LIST, "Not stated")));
        facts.add(new Fact("National ref", ThreatPapers.orNone(threat, Threat.NATIONAL_REF, "None")));
        facts.add(new Fact("Identified", dayOf(Threat.IDENTIFIED)));
        facts.add(new Fact("Mapped", dayOf(Threat.MAPPED)));
        facts.add(new Fact("Assessed", dayOf(Threat.LAST_ASSESSED)));
        facts.add(new Fact("Next assessment", dayOf(Threat.NEXT_ASSESSMENT)));
        facts.add(new Fact("LRO", Occasion.cut(ThreatPapers.orNone(threat, Threat.LRO, "Nobody"), 44)));
        facts.add(new Fact("SIO", Occasion.cut(ThreatPapers.orNone(threat, Threat.SIO, "Nobody"), 44)));
        facts.add(new Fact("SRO", Occasion.cut(ThreatPapers.orNone(threat, Threat.SRO, "Nobody"), 44)));
        if (!threat.lacks(Threat.PRIORITY)) facts.add(new Fact("Priority of", threat.print(Threat.PRIORITY)));
        facts.add(new Fact("MoRiLE score", ThreatPapers.orNone(threat, Threat.SCORE, "None given")));
        facts.add(new Fact("Tags", Occasion.cut(ThreatPapers.orNone(threat, Threat.TAGS, "None"), 44)));
        threat.find(Threat.CLOSED).ifPresent(when -> facts.add(new Fact("Closed", day(when))));
        return facts;
    }

    private String dayOf(Field<Threat, java.time.LocalDate> field) {
        return threat.find(field).map(Occasion::day).orElse("Not stated");
    }

    private void narrative(Paper paper, String head, Field<Threat, String> field) {
        if (!threat.lacks(field)) paper.heading(head).text(Occasion.cut(threat.get(field), NARRATIVE));
    }

    private String plan() {
        var objective = of.plan()
                .filter(plan -> !plan.lacks(Plan.OBJECTIVE))
                .map(plan -> " " + Occasion.ended(Occasion.cut(plan.get(Plan.OBJECTIVE), NARRATIVE)))
                .orElse("");
        var review = of.plan()
                .flatMap(plan -> plan.find(Plan.NEXT_REVIEW))
                .map(when -> " Next review " + day(when) + ".")
                .orElse("");
        return of.standing() + "." + objective + review;
    }
}
