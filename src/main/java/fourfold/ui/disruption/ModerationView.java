package fourfold.ui.disruption;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.reference.Reference;
import fourfold.desk.EventFile;
import fourfold.desk.ModerationQueue;
import fourfold.ui.kit.Abreast;
import fourfold.ui.kit.BusyLine;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Diff;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.ProblemBar;
import fourfold.ui.kit.QueryPane;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The queue of events to moderate, with the chosen event and the decision beside it.
final class ModerationView {

    /// The least width of the queue and of the event beside it, in ems of the text.
    private static final double LEAST = 30;

    private ModerationView() {}

    static Node of(ModerationViewModel model, Reference reference) {
        var table = EventTable.waiting("Events to moderate")
                .choosing(model.selected)
                .savedBy(model.saving, line -> List.of(line.event().id().value()))
                .rows(model.waiting);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, model));
        var left = new VBox(table, QueryPane.of(model.queue, ModerationView::returned));
        left.getStyleClass().add("moderation-queue");
        VBox.setVgrow(table, Priority.ALWAYS);
        var right = EventListView.scrolling(event(model, reference));
        right.getStyleClass().add("moderation-reading");
        var both = new Abreast(LEAST, List.of(left, right));
        both.getStyleClass().add("moderation");
        var empty = Nodes.prose("", "muted");
        empty.textProperty().bind(model.queue.value().map(ModerationView::emptyWords).orElse(""));
        var pane = new StackPane(
                Nodes.showWhen(both, javafx.beans.binding.Bindings.isNotEmpty(model.waiting)),
                Nodes.showWhen(empty, javafx.beans.binding.Bindings.isEmpty(model.waiting)));
        pane.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return QueryPane.around(model.queue, pane);
    }

    private static String emptyWords(ModerationQueue queue) {
        return "No event waits for moderation." + (queue.returned() == 0 ? "" : " " + returnedWords(queue));
    }

    private static String returnedWords(ModerationQueue queue) {
        return queue.returned() == 1
                ? "One was returned and waits for whoever recorded it."
                : queue.returned() + " were returned and wait for whoever recorded them.";
    }

    private static Node returned(ModerationQueue queue) {
        return Nodes.prose(queue.returned() == 0 ? "The oldest first." : returnedWords(queue), "muted", "small");
    }

    private static void pressed(KeyEvent event, ModerationViewModel model) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        var chosen = event.getCode() == KeyCode.A
                ? Moderating.AGREE
                : event.getCode() == KeyCode.R
                        ? Moderating.REGRADE
                        : event.getCode() == KeyCode.T ? Moderating.RETURN : null;
        if (chosen != null) {
            model.choose(chosen);
            event.consume();
        }
    }

    private static Node event(ModerationViewModel model, Reference reference) {
        var bar = Nodes.prose("", "moderation-bar");
        bar.textProperty().bind(model.bar());
        var form = decision(model, reference);
        var box = new VBox(
                QueryPane.of(model.reading, file -> file.map(read -> EventFacts.of(read, model.go()))
                        .orElseGet(() -> Nodes.prose("Choose an event.", "muted"))),
                Nodes.showWhen(bar, model.bar().map(words -> !words.isEmpty())),
                Nodes.showWhen(form, model.bar().map(String::isEmpty)));
        box.getStyleClass().addAll("column", "moderation-event");
        return box;
    }

    private static Node decision(ModerationViewModel model, Reference reference) {
        var form = Form.of(
                new BusyLine(model.acting()),
                ProblemBar.of(model),
                Form.explained(
                        model.decision,
                        Arrays.asList(Moderating.values()),
                        ModerationView::words,
                        ModerationView::meaning,
                        "From the queue: A agrees, R regrades, T returns."),
                Nodes.showWhen(
                        regrade(model, reference),
                        model.decision.value().map(chosen -> chosen == Moderating.REGRADE).orElse(false)),
                Form.area(model.reason, 2),
                Buttons.of(model.decide));
        form.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                model.decide.run();
                event.consume();
            }
        });
        return form;
    }

    private static Node regrade(ModerationViewModel model, Reference reference) {
        var change = new StackPane();
        change.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        Runnable show = () -> {
            var file = model.reading.value().get();
            var now = model.category.get();
            if (file != null && file.isPresent() && now != null)
                change.getChildren().setAll(new Diff(List.of(change(file.get(), now))));
            else change.getChildren().clear();
        };
        model.category.value().subscribe(now -> show.run());
        model.reading.value().subscribe(now -> show.run());
        return new VBox(
                Form.explained(
                        model.category,
                        Arrays.asList(Category.values()),
                        Category::label,
                        category -> reference
                                .help(Disruption.FIELDS, Disruption.CATEGORY, category)
                                .orElse(""),
                        ""),
                change);
    }

    private static Diff.Change change(EventFile file, Category now) {
        return new Diff.Change("Category, before and after", file.event().print(Disruption.CATEGORY), now.label());
    }

    private static String words(Moderating decision) {
        return switch (decision) {
            case AGREE -> "Agree";
            case REGRADE -> "Regrade";
            case RETURN -> "Return";
        };
    }

    private static String meaning(Moderating decision) {
        return switch (decision) {
            case AGREE -> "The category is right as it stands.";
            case REGRADE -> "The event stands, with another category. Your reason becomes the reason for it.";
            case RETURN -> "Something is missing or wrong; whoever recorded it corrects it, and it comes back here.";
        };
    }
}
