package fourfold.report;

import static fourfold.report.Occasion.count;
import static fourfold.report.Occasion.shortDay;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionStatus;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatRules;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What of a threat and its plan has to be spoken of, most pressing first.
final class Attention {

    private static final int NAMED = 4;

    private Attention() {}

    /// The points, each a sentence.
    static List<String> of(ThreatPapers papers, Plan plan, Occasion on) {
        var points = new ArrayList<String>();
        plan.find(Plan.NEXT_REVIEW)
                .filter(day -> day.isBefore(on.today()))
                .ifPresent(day -> points.add("The plan was due for review on " + Occasion.day(day) + "."));
        if (PlanRules.isApprovedThenChanged(plan, papers.actions())) points.add("The plan was changed after it was approved.");
        actions(points, "overdue", papers.overdue(on.today()));
        actions(points, "blocked", papers.open().stream().filter(one -> one.is(Action.STATUS, ActionStatus.BLOCKED)).toList());
        silence(points, papers, on);
        for (var p : P.values())
            if (PlanRules.isEmpty(p, papers.actions()) && plan.lacks(Plan.whyEmpty(p)))
                points.add(p.label() + " is empty, and no reason is written down.");
        ThreatRules.gaps(papers.threat()).stream().map(gap -> gap.flaw().sentence()).forEach(points::add);
        for (var warning : PlanRules.warnings(papers.threat(), plan, papers.actions()))
            if (!points.contains(warning)) points.add(warning);
        papers.threat()
                .find(Threat.NEXT_ASSESSMENT)
                .filter(day -> day.isBefore(on.today()))
                .ifPresent(day -> points.add("Its assessment was due on " + Occasion.day(day) + "."));
        return points;
    }

    private static void actions(List<String> points, String what, List<Action> actions) {
        if (actions.isEmpty()) return;
        var named = actions.stream()
                .limit(NAMED)
                .map(one -> one.get(Action.REF) + one.find(Action.DUE).map(day -> " (due " + shortDay(day) + ")").orElse(""))
                .toList();
        int more = actions.size() - named.size();
        points.add(count(actions.size(), "action") + (actions.size() == 1 ? " is " : " are ") + what + ": "
                + String.join(", ", named) + (more > 0 ? " and " + more + " more." : "."));
    }

    private static void silence(List<String> points, ThreatPapers papers, Occasion on) {
        if (papers.threat().isClosed()) return;
        var last = papers.lastEvent();
        if (last.isEmpty()) {
            points.add("No event has been recorded yet.");
            return;
        }
        long days = ChronoUnit.DAYS.between(last.get(), on.today());
        if (days > on.silentDays())
            points.add("No event for " + count(days, "day") + ": the newest was on " + Occasion.day(last.get()) + ".");
        long unassessed = papers.events().stream().filter(one -> one.record().awaitsModeration()).count();
        if (unassessed > 0)
            points.add(count(unassessed, "event") + (unassessed == 1 ? " waits" : " wait") + " for a second person, or "
                    + (unassessed == 1 ? "was" : "were") + " returned.");
        if (papers.events().stream().allMatch(one -> one.record().is(Disruption.FOUR_P, P.PURSUE)) && papers.events().size() >= 5)
            points.add("All " + papers.events().size() + " events are Pursue.");
    }
}
