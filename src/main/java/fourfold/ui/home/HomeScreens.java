package fourfold.ui.home;

import fourfold.core.threat.Tier;
import fourfold.desk.CorrectionDesk;
import fourfold.desk.HomeDesk.Group;
import fourfold.desk.HomeDesk.Item;
import fourfold.desk.HomeDesk.Load;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Flow;
import fourfold.ui.kit.Meter;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.kit.Scrolled;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The worklist.
public final class HomeScreens {

    private HomeScreens() {}

    /// What has to be done today.
    public static Screen home(Desktop desktop) {
        var model = new HomeViewModel(desktop);
        var bar = new FilterBar(model.filter, "worklist");
        var table = table(model, bar);
        var body = new BorderPane(QueryPane.around(model.worklist, table));
        body.setTop(groups(model));
        var below = new VBox();
        body.setBottom(below);
        Runnable fill = () -> below.getChildren().setAll(below(model, desktop));
        model.worklist.whenRead(list -> fill.run());
        model.forces.whenRead(list -> fill.run());
        model.pairs.subscribe(count -> fill.run());
        var page = Page.untitled().following(model).strip(drafts(model)).strip(warnings(model)).strip(corrections(model)).strip(bar).content(body);
        return Screen.of("Home", page)
                .with(List.of(model.open, model.record, model.refresh))
                .helped("first-plan")
                .closing(model::close);
    }

    private static List<Node> below(HomeViewModel model, Desktop desktop) {
        var nodes = new ArrayList<Node>();
        nodes.addAll(ForcesTable.pairs(model.pairs.get(), model::openPairs));
        var forces = model.forces.value().get();
        if (forces != null) forces.ifPresent(picture -> nodes.add(ForcesTable.of(picture, desktop)));
        if (!model.workload().isEmpty()) nodes.add(workload(model.workload()));
        return nodes;
    }

    /// A quiet line for each form with text that was not saved, which leads back to it.
    private static Node drafts(HomeViewModel model) {
        var box = new VBox();
        box.getStyleClass().addAll("tight-column", "draft-bar");
        Nodes.showWhen(box, Bindings.isNotEmpty(box.getChildren()));
        model.drafts.whenRead(drafts -> box.getChildren().setAll(drafts.stream()
                .map(draft -> Nodes.flow(
                        Nodes.prose(Unsaved.words(draft)),
                        Buttons.link(Command.of("home.draft", "Open it", () -> model.open(draft)))))
                .toList()));
        return box;
    }

    /// A quiet line for each certificate that ends soon.
    private static Node warnings(HomeViewModel model) {
        var box = new VBox();
        box.getStyleClass().addAll("tight-column", "draft-bar");
        Nodes.showWhen(box, Bindings.isNotEmpty(box.getChildren()));
        model.warnings.whenRead(all -> box.getChildren().setAll(
                all.stream().map(one -> Nodes.prose(one.sentence())).toList()));
        return box;
    }

    /// A line for each agency that was sent what no longer holds.
    private static Node corrections(HomeViewModel model) {
        var box = new VBox();
        box.getStyleClass().addAll("tight-column", "draft-bar");
        Nodes.showWhen(box, Bindings.isNotEmpty(box.getChildren()));
        Runnable fill = () -> box.getChildren().setAll(model.corrections.stream().map(due -> correction(model, due)).toList());
        model.corrections.subscribe(fill);
        fill.run();
        return box;
    }

    private static Node correction(HomeViewModel model, CorrectionDesk.Due due) {
        var words = due.count() == 1 ? "1 correction" : String.format(Locale.UK, "%,d corrections", due.count());
        var line = Nodes.prose(words + " to send to " + due.to());
        line.setGraphic(Nodes.icon("fth-alert-triangle"));
        return Nodes.flow(line, Buttons.link(Command.of("home.corrections", "Open Packages", model::openPackages)));
    }

    private static TableView<Item> table(HomeViewModel model, FilterBar bar) {
        var table = Columns.<Item>of("Worklist")
                .node("Why it is here", 13, item -> item.group().label(), HomeScreens::badge)
                .text("What", 19, Item::what)
                .text("Threat", 15, item -> item.threatRef() + "  " + item.threatName())
                .whereThereIsRoom(1)
                .text("Since or until", 18, Item::why)
                .whereThereIsRoom(2)
                .empty("Nothing waits for you. Open Threats to look around, or press Ctrl+Shift+D to record an event.")
                .opens(model::open)
                .keyed(item -> item.group() + "/" + item.kind() + "/" + item.record() + "/" + item.why())
                .searchedBy(bar)
                .rows(model.shown);
        table.getSelectionModel().selectedItemProperty().subscribe(item -> model.chosen.set(item));
        return table;
    }

    private static Node badge(Item item) {
        return new Badge(item.group().label(), switch (item.group()) {
            case OVERDUE -> Badge.Tone.DANGER;
            case DUE, RETURNED, REVIEW_DUE, SILENT, EMPTY_P, CONFLICT, PROPOSED -> Badge.Tone.WARNING;
            case TO_REVIEW, TO_MODERATE, UNRECORDED, GAP, TO_SEND -> Badge.Tone.QUIET;
        });
    }

    /// One switch a group that has lines; pressed, it shows that group alone.
    private static Node groups(HomeViewModel model) {
        var pane = new FlowPane();
        pane.getStyleClass().add("worklist-groups");
        model.worklist.whenRead(list -> pane.getChildren().setAll(Arrays.stream(Group.values())
                .filter(group -> model.count(group) > 0)
                .map(group -> toggle(model, group))
                .toList()));
        return pane;
    }

    private static Node toggle(HomeViewModel model, Group group) {
        var toggle = new ToggleButton(group.label() + "  " + model.count(group));
        toggle.getStyleClass().add("worklist-group");
        toggle.setSelected(model.group.get() == group);
        toggle.setOnAction(event -> model.group.set(toggle.isSelected() ? group : null));
        model.group.subscribe(now -> toggle.setSelected(now == group));
        toggle.setAccessibleText(group.label() + ", " + model.count(group));
        return toggle;
    }

    private static Node workload(List<Load> loads) {
        var box = new VBox(Nodes.heading("Workload"));
        box.getStyleClass().add("workload");
        for (var load : loads) box.getChildren().add(line(load));
        var scroll = Scrolled.of(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("workload-scroll");
        return scroll;
    }

    private static Node line(Load load) {
        var tiers = Arrays.stream(Tier.values())
                .filter(tier -> load.tiers().getOrDefault(tier, 0L) > 0)
                .map(tier -> tier.label() + ": " + load.tiers().get(tier))
                .collect(Collectors.joining(", "));
        var name = Nodes.label(load.lro().isEmpty() ? "No LRO" : load.lro(), "workload-name");
        var meter = Meter.against("Threats", Math.toIntExact(load.threats()), load.limit());
        var words = Nodes.label(
                tiers + (tiers.isEmpty() ? "" : " · ") + String.format(Locale.UK, "%d open actions", load.openActions()),
                "muted");
        var line = new Flow(name, meter, words);
        line.getStyleClass().add("workload-line");
        return line;
    }
}
