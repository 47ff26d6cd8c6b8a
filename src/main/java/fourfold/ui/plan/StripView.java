package fourfold.ui.plan;

import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.plan.PlanState;
import fourfold.core.people.Party;
import fourfold.core.threat.Threat;
import fourfold.desk.PlanBoard;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Ends;
import fourfold.ui.kit.Nodes;
import fourfold.ui.parts.UnsettledMarks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The plan's own fields in a compact strip over the columns: how it stands, what it is for, who helps, when it is looked
/// at again.
final class StripView extends VBox {

    StripView(PlanBoardViewModel model, PlanBoard board) {
        getStyleClass().add("plan-strip");
        var plan = board.planOrBlank();
        var today = model.desktop.office().session().today();
        var changed = PlanRules.isApprovedThenChanged(plan, board.bareActions());
        var marks = Nodes.flow(new Badge(board.standing(), tone(plan, changed)));
        var said = said(plan, model);
        var kept = board.plan();
        if (kept != null)
            marks.getChildren().addAll(UnsettledMarks.of(
                    model.desktop.go(), "plan", kept.record().id().value(), List.of(kept.state())));
        if (!said.isEmpty()) marks.getChildren().add(Nodes.prose(said, "muted"));
        if (changed)
            marks.getChildren().add(Buttons.link(Command.of(
                    "plan.difference", "Show what changed", () -> model.ways().difference())));
        var buttons = new ArrayList<>(List.of(model.edit, model.threat, model.print));
        if (model.review.possible()) buttons.add(model.review);
        getChildren().add(new Ends(marks, Buttons.row(buttons)));
        if (!plan.lacks(Plan.RETURN_REASON))
            getChildren().add(Nodes.prose("What has to change: " + plan.get(Plan.RETURN_REASON), "strip-returned"));
        getChildren().add(Nodes.prose(
                plan.lacks(Plan.OBJECTIVE) ? "The plan has no objective yet." : plan.get(Plan.OBJECTIVE),
                plan.lacks(Plan.OBJECTIVE) ? "muted" : "strip-objective"));
        getChildren().add(facts(board, plan, today));
    }

    static Badge.Tone tone(Plan plan, boolean changed) {
        if (changed) return Badge.Tone.WARNING;
        return switch (plan.find(Plan.STATE).orElse(PlanState.DRAFT)) {
            case DRAFT, CLOSED -> Badge.Tone.QUIET;
            case SUBMITTED, IN_REVIEW -> Badge.Tone.ACCENT;
            case RETURNED -> Badge.Tone.WARNING;
            case APPROVED -> Badge.Tone.DONE;
        };
    }

    private static String said(Plan plan, PlanBoardViewModel model) {
        var zone = model.desktop.office().session().clock().getZone();
        return switch (plan.find(Plan.STATE).orElse(PlanState.DRAFT)) {
            case SUBMITTED, IN_REVIEW -> plan.lacks(Plan.SUBMITTED_BY)
                    ? "Waits for its reviewer."
                    : "By " + plan.get(Plan.SUBMITTED_BY)
                            + plan.find(Plan.SUBMITTED_AT).map(at -> ", " + Dates.moment(at, zone)).orElse("");
            case APPROVED -> plan.find(Plan.LAST_APPROVED).map(day -> "On " + Dates.day(day)).orElse("")
                    + (plan.lacks(Plan.APPROVED_BY) ? "" : " by " + plan.get(Plan.APPROVED_BY));
            case DRAFT, RETURNED, CLOSED -> "";
        };
    }

    private static Node facts(PlanBoard board, Plan plan, LocalDate today) {
        var flow = Nodes.flow(
                fact("LRO", board.threat().record().get(Threat.LRO)),
                fact("Intelligence officer", plan.get(Plan.INTELLIGENCE_OFFICER)),
                fact("Financial investigator", plan.get(Plan.FINANCIAL_INVESTIGATOR)),
                fact("Safeguarding officer", plan.get(Plan.SAFEGUARDING_OFFICER)),
                fact("Next review", plan.find(Plan.NEXT_REVIEW)
                        .map(day -> Dates.day(day) + ", " + Dates.fromToday(day, today))
                        .orElse("")),
                fact("The LRO's own actions", share(board)),
                fact("Intelligence gaps", plan.get(Plan.INTELLIGENCE_GAPS)));
        flow.getStyleClass().add("strip-facts");
        return flow;
    }

    /// How much of the work the LRO does alone (inspection report: an LRO should "allocate work from the plan for others to
    /// carry out").
    static String share(PlanBoard board) {
        var lro = board.threat().record().get(Threat.LRO);
        var live = board.bareActions().stream().filter(Action::isLive).toList();
        long own = live.stream().filter(action -> Party.samePerson(action.get(Action.OWNER), lro)).count();
        return live.isEmpty() ? "none yet" : own + " of " + live.size();
    }

    private static Node fact(String label, String value) {
        var words = value.isBlank() ? "nobody yet" : value;
        if (value.isBlank() && (label.startsWith("Next") || label.startsWith("Intelligence g"))) words = "not set out yet";
        var shown = Nodes.prose(words.length() > 160 ? words.substring(0, 157) + "…" : words);
        if (value.isBlank()) shown.getStyleClass().add("muted");
        var box = new VBox(Nodes.label(label, "muted", "small"), shown);
        box.getStyleClass().add("strip-fact");
        return box;
    }
}
