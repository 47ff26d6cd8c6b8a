package fourfold.ui.review;

import fourfold.core.review.Review;
import fourfold.desk.ReviewSheet;
import fourfold.ui.kit.Abreast;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.BusyLine;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Diff;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.ProblemBar;
import fourfold.ui.kit.QueryPane;
import fourfold.core.plan.Plan;
import fourfold.ui.kit.Scrolled;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// A plan under review: what changed at the left, the plan in the middle, the decision at the right.
final class ReviewView extends BorderPane {

    /// The least width of a part, in ems.
    private static final double PART = 22;

    private final ReviewViewModel model;
    private final VBox changes = column("What changed");
    private final VBox plan = column("The plan");
    private final VBox warnings = new VBox();
    private final VBox decisions = new VBox();
    private final VBox standing = new VBox();

    ReviewView(ReviewViewModel model) {
        this.model = model;
        getStyleClass().addAll("page", "review");
        var top = new VBox(new BusyLine(model.acting()), ProblemBar.of(model), notice());
        top.getStyleClass().add("board-top");
        setTop(top);
        var parts = new Abreast(PART, List.of(changes, plan, decision()));
        parts.getStyleClass().add("review-parts");
        parts.setMinHeight(USE_PREF_SIZE);
        var scroll = Scrolled.down(parts);
        scroll.setFitToHeight(true);
        setCenter(scroll);
        model.sheet.whenRead(this::show);
    }

    private static VBox column(String name) {
        var box = new VBox(Nodes.heading(name));
        box.getStyleClass().add("review-column");
        box.setMaxHeight(Double.MAX_VALUE);
        return box;
    }

    private Node notice() {
        var box = Nodes.flow(
                Nodes.prose("The plan changed while you were looking at it. What you see is how it reads now."),
                Buttons.button(model.looked));
        box.getStyleClass().addAll("problem-bar", "warning", "review-moved");
        return Nodes.showWhen(box, model.moved());
    }

    private VBox decision() {
        var box = column("The decision");
        var bar = Nodes.label(model.whyNot(), "review-bar");
        bar.setWrapText(true);
        bar.setMinHeight(USE_PREF_SIZE);
        Nodes.showWhen(bar, model.whyNot().map(text -> !text.isEmpty()));
        box.getChildren().addAll(
                standing,
                Nodes.heading("What the rules warn of"),
                warnings,
                bar,
                Form.of(Form.area(model.reason, 5)),
                Buttons.of(model.approve, model.sendBack),
                Nodes.heading("Decided before"),
                decisions,
                Buttons.row(List.of(model.board, model.threat)));
        warnings.getStyleClass().add("tight-column");
        decisions.getStyleClass().add("review-decisions");
        return box;
    }

    private void show(ReviewSheet sheet) {
        var session = model.desktop().office().session();
        changes.getChildren().setAll(Nodes.heading("What changed"), changed(sheet));
        plan.getChildren().setAll(Nodes.heading("The plan"), new PlanPane(sheet.board(), session.today()));
        standing.getChildren().setAll(standing(sheet));
        warnings.getChildren().clear();
        for (var warning : sheet.board().warnings()) {
            var line = Nodes.prose(warning, "review-warning");
            line.setGraphic(Nodes.icon("fth-alert-triangle"));
            warnings.getChildren().add(line);
        }
        if (sheet.board().warnings().isEmpty()) warnings.getChildren().add(Nodes.prose("Nothing.", "muted"));
        if (ReviewViewModel.asksForBalance(sheet.board()))
            warnings.getChildren().add(Nodes.prose(
                    "The SIO is also the LRO, so say in the reason what you make of the balance of the four Ps."));
        decisions.getChildren().clear();
        for (var review : sheet.decisions()) decisions.getChildren().add(decided(review));
        if (sheet.decisions().isEmpty()) decisions.getChildren().add(Nodes.prose("Nothing in this program yet.", "muted"));
    }

    private Node standing(ReviewSheet sheet) {
        var plan = sheet.board().planOrBlank();
        var zone = model.desktop().office().session().clock().getZone();
        var words = plan.lacks(Plan.SUBMITTED_BY)
                ? ""
                : "by " + plan.get(Plan.SUBMITTED_BY)
                        + plan.find(Plan.SUBMITTED_AT).map(at -> ", " + Dates.moment(at, zone)).orElse("");
        var line = Nodes.flow(new Badge(sheet.board().standing(), Badge.Tone.ACCENT), Nodes.prose(words, "muted"));
        return sheet.origin()
                .<Node>map(origin -> Nodes.column(line, Nodes.prose(ReviewViewModel.words(origin, zone), "muted")))
                .orElse(line);
    }

    private static Node changed(ReviewSheet sheet) {
        if (!sheet.comparable())
            return Nodes.prose(
                    "This plan was never approved in this program, so there is nothing to compare with: read the whole of it.",
                    "muted");
        return new Diff(sheet.since().stream()
                .map(change -> new Diff.Change(change.about(), change.before(), change.after()))
                .toList());
    }

    private Node decided(Review review) {
        var zone = model.desktop().office().session().clock().getZone();
        var when = review.find(Review.AT).map(at -> Dates.moment(at, zone)).orElse("");
        var line = new VBox(
                Nodes.prose(review.print(Review.DECISION) + " by " + review.get(Review.BY)), Nodes.prose(when, "muted", "small"));
        if (!review.lacks(Review.REASON)) line.getChildren().add(Nodes.prose(review.get(Review.REASON)));
        return line;
    }

    /// The view with what stands in its place when the plan cannot be read.
    static Node of(ReviewViewModel model) {
        return QueryPane.around(model.sheet, new ReviewView(model));
    }
}
