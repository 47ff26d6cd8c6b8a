package fourfold.ui.plan;

import fourfold.core.plan.Action;
import fourfold.core.plan.ActionRules;
import fourfold.core.plan.ActionStatus;
import fourfold.core.sync.Kept;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Flow;
import fourfold.ui.kit.Nodes;
import fourfold.ui.parts.Due;
import fourfold.ui.parts.UnsettledMarks;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;

/// One action as a card: what is to be done, by whom and by when, how it stands, and what came of it.
final class CardView extends VBox {

    private final Kept<Action> action;

    CardView(PlanBoardViewModel model, Kept<Action> action, long events) {
        this.action = action;
        var record = action.record();
        var today = model.desktop.office().session().today();
        getStyleClass().addAll("card", "focus-box");
        if (!record.isOpen()) getStyleClass().add("card-over");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spoken(action, events, today));
        setId("card-" + record.get(Action.REF));
        getChildren().add(Nodes.prose(record.lacks(Action.TITLE) ? "Without a title" : record.get(Action.TITLE), "card-title"));
        getChildren().add(Nodes.prose(
                record.lacks(Action.OWNER) ? "Nobody is to do it yet" : record.get(Action.OWNER), "muted", "small"));
        if (!record.lacks(Action.MEASURE))
            getChildren().add(Nodes.prose("Success: " + record.get(Action.MEASURE), "muted", "small"));
        var marks = marks(record, events, today);
        marks.getChildren().addAll(0, UnsettledMarks.of(
                model.desktop.go(), "action", record.id().value(), List.of(action.state())));
        getChildren().add(marks);
        if (isHeldUp(record) && !record.lacks(Action.RESULT))
            getChildren().add(Nodes.prose("Because: " + record.get(Action.RESULT), "small"));
        if (ActionRules.asksForDisruption(record, events > 0)) {
            var ask = Nodes.prose("Record what came of it, or say why not", "small", "card-ask");
            getChildren().add(ask);
        }
        focusedProperty().subscribe(focused -> {
            if (focused) {
                model.chosen.set(record.id());
                record.find(Action.FOUR_P).ifPresent(model.column::set);
            }
        });
        setOnMouseClicked(event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) model.ways().open(action);
        });
        setOnDragDetected(event -> {
            var content = new ClipboardContent();
            content.putString(record.id().toString());
            startDragAndDrop(TransferMode.MOVE).setContent(content);
            event.consume();
        });
    }

    private static boolean isHeldUp(Action record) {
        return record.is(Action.STATUS, ActionStatus.DECLINED) || record.is(Action.STATUS, ActionStatus.BLOCKED);
    }

    private static Flow marks(Action record, long events, LocalDate today) {
        var status = record.find(Action.STATUS).orElse(ActionStatus.PROPOSED);
        var flow = Nodes.flow(new Badge(status.label(), tone(status)));
        if (record.is(Action.STATUS, ActionStatus.BLOCKED))
            record.find(Action.BLOCKED_SINCE).ifPresent(since -> flow.getChildren()
                    .add(new Badge(blockedFor(since, today), Badge.Tone.DANGER)));
        if (record.isOpen())
            record.find(Action.DUE).ifPresentOrElse(
                    due -> flow.getChildren().add(Due.badge(due, today)),
                    () -> flow.getChildren().add(new Badge("No due day", Badge.Tone.QUIET)));
        if (events > 0) flow.getChildren().add(new Badge(events == 1 ? "1 event" : events + " events", Badge.Tone.ACCENT));
        flow.getStyleClass().add("card-marks");
        return flow;
    }

    static Badge.Tone tone(ActionStatus status) {
        return switch (status) {
            case DONE -> Badge.Tone.DONE;
            case ACCEPTED, IN_PROGRESS -> Badge.Tone.ACCENT;
            case BLOCKED -> Badge.Tone.DANGER;
            case DECLINED -> Badge.Tone.WARNING;
            case PROPOSED, TASKED, CANCELLED -> Badge.Tone.QUIET;
        };
    }

    static String blockedFor(LocalDate since, LocalDate today) {
        long days = ChronoUnit.DAYS.between(since, today);
        return days <= 0 ? "Since today" : days == 1 ? "For 1 day" : "For " + days + " days";
    }

    private static String spoken(Kept<Action> kept, long events, LocalDate today) {
        var record = kept.record();
        var words = new StringBuilder(record.get(Action.TITLE));
        UnsettledMarks.words(kept.state()).forEach(mark -> words.append(", ").append(mark));
        words.append(", ").append(record.lacks(Action.OWNER) ? "nobody is to do it yet" : record.get(Action.OWNER));
        record.find(Action.STATUS).ifPresent(status -> words.append(", ").append(status.label()));
        if (record.isOpen()) record.find(Action.DUE).ifPresent(due -> words.append(", ").append(Due.words(due, today)));
        if (events > 0) words.append(", ").append(events).append(events == 1 ? " event" : " events");
        if (ActionRules.asksForDisruption(record, events > 0)) words.append(", record what came of it or say why not");
        return words.toString();
    }

    Kept<Action> action() {
        return action;
    }
}
