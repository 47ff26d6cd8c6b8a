package fourfold.ui.review;

import fourfold.core.kernel.P;
import fourfold.core.threat.Threat;
import fourfold.desk.PlanLine;
import fourfold.desk.ReviewSheet;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.PStrip;
import fourfold.ui.parts.Screen;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.place.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The screens where plans are decided about.
public final class ReviewScreens {

    private ReviewScreens() {}

    /// Plans to review, and below them the events to moderate.
    ///
    /// @param events makes the part with the events, which another feature draws
    public static Screen queue(Desktop desktop, Function<Desktop, Screen> events) {
        var model = new QueueViewModel(desktop);
        var moderation = events.apply(desktop);
        var plans = new VBox(Nodes.heading("Plans to review"), QueryPane.around(model.waiting, table(desktop, model)));
        var below = new VBox(Nodes.heading("Events to moderate"), moderation.node());
        for (var part : java.util.List.of(plans, below)) {
            part.getStyleClass().add("queue-part");
            VBox.setVgrow(part, Priority.ALWAYS);
            VBox.setVgrow(part.getChildren().getLast(), Priority.ALWAYS);
        }
        var both = new VBox(plans, below);
        both.getStyleClass().add("queue");
        var commands = new ArrayList<Command>(moderation.commands());
        if (commands.stream().noneMatch(command -> command.keys().equals(model.refresh.keys()))) commands.add(model.refresh);
        return Screen.of("Reviews", Page.untitled().following(model).content(both))
                .with(commands)
                .helped("moderation")
                .closing(() -> {
                    model.close();
                    moderation.leave().run();
                });
    }

    private static Node table(Desktop desktop, QueueViewModel model) {
        var zone = desktop.office().session().clock().getZone();
        return Columns.<PlanLine>of("Plans to review")
                .text("Threat", 8, PlanLine::ref)
                .text("Name", 13, PlanLine::name)
                .text("LRO", 11, line -> line.lro().isBlank() ? "nobody yet" : line.lro())
                .whereThereIsRoom(2)
                .<Instant>sorted("Submitted", 15, line -> line.submittedAt().orElse(null), line -> submitted(line, zone))
                .whereThereIsRoom(1)
                .text("Empty Ps", 11, ReviewScreens::empty)
                .whereThereIsRoom(3)
                .node("4P: actions and events", 22, line -> PStrip.words(line.actions(), line.events()), line ->
                        new PStrip(line.actions(), line.events()))
                .whereThereIsRoom(4)
                .empty("No plan waits for a review. A plan comes here when its LRO submits it.")
                .keyed(PlanLine::threat)
                .savedBy(TableSaving.at(desktop, () -> ""), line -> List.of(line.place(), line.threat().value()))
                .opens(model::open)
                .rows(model.lines);
    }

    private static String submitted(PlanLine line, ZoneId zone) {
        return line.submittedAt().map(at -> Dates.moment(at, zone)).orElse("Loaded as \"" + line.standing() + "\"");
    }

    private static String empty(PlanLine line) {
        return line.emptyPs().isEmpty() ? "none" : line.emptyPs().stream().map(P::label).collect(Collectors.joining(", "));
    }

    /// One plan under review.
    public static Screen review(Desktop desktop, UUID plan) {
        var model = new ReviewViewModel(desktop, plan);
        return Screen.of("Review", ReviewView.of(model))
                .titled(model.sheet.value().map(ReviewScreens::title).orElse("Review"))
                .under("Reviews", new Place.Reviews())
                .with(model.commands())
                .helped("first-plan")
                .closing(model::close);
    }

    private static String title(ReviewSheet sheet) {
        var threat = sheet.board().threat().record();
        return "Review of " + (threat.lacks(Threat.NAME) ? threat.get(Threat.REF) : threat.get(Threat.NAME));
    }
}
