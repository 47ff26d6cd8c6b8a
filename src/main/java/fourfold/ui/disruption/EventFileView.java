package fourfold.ui.disruption;

import fourfold.core.disruption.Disruption;
import fourfold.core.review.Review;
import fourfold.desk.EventFile;
import fourfold.desk.HistoryDesk.Step;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Diff;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.kit.Sides;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The file of one event: the event itself, what was decided about it, and its history.
final class EventFileView {

    private EventFileView() {}

    static Page of(EventFileViewModel model) {
        var left = QueryPane.of(model.file, file -> EventFacts.of(file, model.go()));
        var right = new VBox(
                QueryPane.of(model.file, file -> moderation(file, model)),
                QueryPane.of(model.timeline, steps -> history(steps, model)));
        right.getStyleClass().addAll("column", "event-file-right");
        return Page.untitled()
                .actions(List.of(model.correct, model.moderate))
                .following(model)
                .scrolling(new Sides(left, right));
    }

    private static Node moderation(EventFile file, EventFileViewModel model) {
        var box = section("Moderation");
        var event = file.event();
        if (file.decisions().isEmpty()) box.getChildren().add(Nodes.prose(standing(event), "muted"));
        else if (event.awaitsModeration()) box.getChildren().add(Nodes.prose(standing(event)));
        file.decisions().forEach(decision -> box.getChildren().add(decision(decision, model)));
        return box;
    }

    private static String standing(Disruption event) {
        return switch (event.find(Disruption.MODERATION).orElse(null)) {
            case AWAITING -> "Waits for a second person to agree, regrade or return it.";
            case RETURNED -> "Was returned, and waits for a correction.";
            case OUTSIDE -> "An extract stated it as assessed; that counts as moderated outside.";
            case AGREED, REGRADED -> "Was moderated by " + event.get(Disruption.MODERATED_BY) + ".";
            case null -> "Nobody has moderated it.";
        };
    }

    private static Node decision(Review review, EventFileViewModel model) {
        var line = new VBox(
                Nodes.prose(review.print(Review.DECISION) + ": " + review.get(Review.CONTENT), "heading"),
                Nodes.prose(review.get(Review.REASON)),
                Nodes.prose(
                        review.get(Review.BY)
                                + review.find(Review.AT)
                                        .map(at -> " · " + Dates.moment(at, model.zone()))
                                        .orElse(""),
                        "muted",
                        "small"));
        line.getStyleClass().add("event-step");
        return line;
    }

    private static Node history(List<Step> steps, EventFileViewModel model) {
        var box = section("History");
        for (var step : steps) box.getChildren().add(step(step, model));
        box.getChildren().add(Buttons.link(model.versions));
        return box;
    }

    private static Node step(Step step, EventFileViewModel model) {
        var line = new VBox(
                Nodes.prose(step.words(), "heading"),
                Nodes.prose(step.user() + ", " + step.agency() + " · " + Dates.moment(step.at(), model.zone()), "muted", "small"));
        line.getStyleClass().add("event-step");
        if (!step.reason().isBlank()) line.getChildren().add(Nodes.prose("Because: " + step.reason()));
        var changes = step.changes().stream()
                .filter(change -> !change.before().isEmpty())
                .map(change -> new Diff.Change(change.field(), change.before(), change.after()))
                .toList();
        if (!changes.isEmpty()) line.getChildren().add(new Diff(changes));
        return line;
    }

    private static VBox section(String heading) {
        var box = new VBox(Nodes.heading(heading));
        box.getStyleClass().add("event-section");
        return box;
    }
}
