package fourfold.ui.review;

import fourfold.core.kernel.P;
import fourfold.core.people.Party;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.PlanBoard;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import fourfold.ui.parts.Due;
import fourfold.ui.parts.PMark;
import java.time.LocalDate;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A plan as a page to read, P by P: what the reviewer decides about.
final class PlanPane extends VBox {

    PlanPane(PlanBoard board, LocalDate today) {
        getStyleClass().add("review-plan");
        var plan = board.planOrBlank();
        getChildren().add(Nodes.prose(
                plan.lacks(Plan.OBJECTIVE) ? "The plan has no objective of its own." : plan.get(Plan.OBJECTIVE),
                plan.lacks(Plan.OBJECTIVE) ? "muted" : "heading"));
        var threat = board.threat().record();
        getChildren().add(new Facts()
                .add("LRO", threat.get(Threat.LRO))
                .add("SIO", threat.get(Threat.SIO))
                .add("Intelligence officer", plan.get(Plan.INTELLIGENCE_OFFICER))
                .add("Financial investigator", plan.get(Plan.FINANCIAL_INVESTIGATOR))
                .add("Safeguarding officer", plan.get(Plan.SAFEGUARDING_OFFICER))
                .add("Next review", plan.find(Plan.NEXT_REVIEW).map(Dates::day).orElse(""))
                .add("Intelligence gaps", plan.get(Plan.INTELLIGENCE_GAPS)));
        for (var p : P.values()) getChildren().add(part(board, plan, p, today));
    }

    private static Node part(PlanBoard board, Plan plan, P p, LocalDate today) {
        long count = board.actionCounts().getOrDefault(p, 0L);
        long events = board.eventCounts().getOrDefault(p, 0L);
        var head = Nodes.flow(
                new PMark(p),
                Nodes.label(p.label(), "column-name"),
                Nodes.label(words(count, "action") + ", " + words(events, "event"), "muted"));
        var box = new VBox(head);
        box.getStyleClass().addAll("review-part", PMark.style(p));
        if (!plan.lacks(Plan.objective(p))) box.getChildren().add(Nodes.prose(plan.get(Plan.objective(p))));
        if (count == 0)
            box.getChildren().add(Nodes.prose(
                    plan.lacks(Plan.whyEmpty(p)) ? "No action, and no reason." : "No action. Reason: " + plan.get(Plan.whyEmpty(p)),
                    "review-none"));
        board.under(p).forEach(action -> box.getChildren().add(line(action, board, today)));
        return box;
    }

    private static String words(long count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }

    private static Node line(Kept<Action> kept, PlanBoard board, LocalDate today) {
        var action = kept.record();
        var own = Party.samePerson(action.get(Action.OWNER), board.threat().record().get(Threat.LRO));
        var owner = action.lacks(Action.OWNER) ? "nobody yet" : action.get(Action.OWNER) + (own ? ", the LRO" : "");
        var marks = Nodes.flow(new Badge(action.print(Action.STATUS), Badge.Tone.QUIET));
        if (action.isOpen()) action.find(Action.DUE).ifPresent(due -> marks.getChildren().add(Due.badge(due, today)));
        marks.getChildren().add(Nodes.label(owner, "muted", "small"));
        var line = new VBox(Nodes.prose(action.get(Action.TITLE)), marks);
        if (!action.lacks(Action.MEASURE))
            line.getChildren().add(Nodes.prose("Success: " + action.get(Action.MEASURE), "muted", "small"));
        if (!action.lacks(Action.RESULT)) line.getChildren().add(Nodes.prose("Result: " + action.get(Action.RESULT), "muted", "small"));
        line.getStyleClass().add("review-line");
        return line;
    }
}
