package fourfold.ui.plan;

import fourfold.core.plan.PlanState;
import fourfold.core.threat.Threat;
import fourfold.desk.PlanBoard;
import fourfold.desk.PlanLine;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.PStrip;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/// The screens of 4P plans.
public final class PlanScreens {

    private PlanScreens() {}

    /// All plans, with the open threats that have none.
    public static Screen list(Desktop desktop, String filter) {
        var model = new PlansViewModel(desktop, filter);
        var more = new MenuButton("Only");
        more.setId("plans-only");
        Stream.concat(PlansViewModel.STANDINGS.stream(), Stream.of(PlansViewModel.EMPTY_P, PlansViewModel.REVIEW_DUE))
                .forEach(words -> {
                    var item = new MenuItem(words);
                    item.setOnAction(event -> model.want(words));
                    more.getItems().add(item);
                });
        model.plans.whenRead(read -> agencies(more, model));
        var bar = new FilterBar(model.filter, "plans", more);
        var page = Page.untitled().following(model).strip(bar).content(QueryPane.around(model.plans, table(model, bar)));
        return Screen.of("Plans", page).with(List.of(model.saving.command(), model.refresh)).helped("first-plan").closing(model::close);
    }

    /// After the standings, the agencies that there are.
    private static void agencies(MenuButton more, PlansViewModel model) {
        more.getItems().removeIf(item -> item instanceof SeparatorMenuItem || item.getStyleClass().contains("of-agency"));
        if (model.agencies().size() < 2) return;
        more.getItems().add(new SeparatorMenuItem());
        for (var agency : model.agencies()) {
            var item = new MenuItem(agency);
            item.getStyleClass().add("of-agency");
            item.setOnAction(event -> model.wantAgency(agency));
            more.getItems().add(item);
        }
    }

    private static Node table(PlansViewModel model, FilterBar bar) {
        var today = model.desktop().office().session().today();
        return Columns.<PlanLine>of("Plans")
                .text("Threat", 8, PlanLine::ref)
                .text("Name", 11, PlanLine::name)
                .node("Standing", 13, PlanLine::standing, line -> new Badge(line.standing(), tone(line)))
                .text("LRO", 12, line -> line.lro().isBlank() ? "nobody yet" : line.lro())
                .whereThereIsRoom(3)
                .<LocalDate>sorted("Next review", 15, line -> line.nextReview().orElse(null), line -> review(line.nextReview(), today))
                .whereThereIsRoom(2)
                .node("4P: actions and events", 22, line -> PStrip.words(line.actions(), line.events()), line ->
                        new PStrip(line.actions(), line.events()))
                .whereThereIsRoom(1)
                .empty("No plan matches. Take a filter away, or open a threat and begin its plan.")
                .keyed(PlanLine::threat)
                .savedBy(model.saving, line -> List.of(line.place(), line.threat().value()))
                .opens(model::open)
                .searchedBy(bar)
                .remembering(model.desktop().go().memory())
                .rows(model.shown);
    }

    private static String review(Optional<LocalDate> day, LocalDate today) {
        return day.map(when -> Dates.day(when) + (when.isBefore(today) ? ", past due" : "")).orElse("");
    }

    private static Badge.Tone tone(PlanLine line) {
        if (line.standing().equals("Approved, then changed")) return Badge.Tone.WARNING;
        @Nullable PlanState state = line.state().orElse(null);
        if (state == null) return Badge.Tone.WARNING;
        return switch (state) {
            case DRAFT, CLOSED -> Badge.Tone.QUIET;
            case SUBMITTED, IN_REVIEW -> Badge.Tone.ACCENT;
            case RETURNED -> Badge.Tone.WARNING;
            case APPROVED -> Badge.Tone.DONE;
        };
    }

    /// The board of a plan on the whole page.
    ///
    /// @param plan the plan's identity, or the threat's while it has no plan
    public static Screen board(Desktop desktop, UUID plan) {
        var model = model(desktop, plan);
        var screen = Screen.of("Plan", pane(model))
                .titled(model.board.value().map(PlanScreens::title).orElse("Plan"))
                .under("Plans", new Place.Plans(""))
                .with(model.commands())
                .helped("first-plan");
        return screen.closing(model::close);
    }

    /// The board of a threat's plan, for the threat's own file.
    public static Screen pane(Desktop desktop, UUID threat) {
        var model = model(desktop, threat);
        return Screen.of("Plan", pane(model)).with(model.commands()).closing(model::close);
    }

    private static PlanBoardViewModel model(Desktop desktop, UUID place) {
        var model = new PlanBoardViewModel(desktop, place);
        model.leadingTo(new BoardSheets(model));
        return model;
    }

    private static Node pane(PlanBoardViewModel model) {
        return QueryPane.around(model.board, new BoardView(model));
    }

    private static String title(PlanBoard board) {
        var threat = board.threat().record();
        return "Plan of " + (threat.lacks(Threat.NAME) ? threat.get(Threat.REF) : threat.get(Threat.NAME));
    }
}
