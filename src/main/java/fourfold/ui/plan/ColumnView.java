package fourfold.ui.plan;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.sync.Kept;
import fourfold.desk.PlanBoard;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Nodes;
import fourfold.ui.parts.PMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One P of the board: its objective and its cards, or what has to be said when there are none.
final class ColumnView extends VBox {

    private final PlanBoardViewModel model;
    private final P p;
    private final List<CardView> cards = new ArrayList<>();

    ColumnView(PlanBoardViewModel model, P p) {
        this.model = model;
        this.p = p;
        getStyleClass().addAll("board-column", PMark.style(p));
        setAccessibleText(p.label());
        setMaxHeight(Double.MAX_VALUE);
        setOnDragOver(event -> {
            if (event.getDragboard().hasString() && model.action(event.getDragboard().getString()).isPresent())
                event.acceptTransferModes(TransferMode.MOVE);
        });
        setOnDragEntered(event -> Nodes.state(this, "over", true));
        setOnDragExited(event -> Nodes.state(this, "over", false));
        setOnDragDropped(event -> {
            model.action(event.getDragboard().getString()).ifPresent(action -> model.move(action, p));
            event.setDropCompleted(true);
            event.consume();
        });
    }

    /// Lays the column out anew.
    void show(PlanBoard board) {
        var plan = board.planOrBlank();
        cards.clear();
        getChildren().setAll(head(board), objective(plan));
        if (PlanRules.isEmpty(p, board.bareActions())) getChildren().add(nothing(plan));
        board.under(p).stream().sorted(order()).forEach(action -> {
            var card = new CardView(model, action, events(board, action));
            cards.add(card);
            getChildren().add(card);
        });
        getChildren().add(adding());
    }

    /// Open actions before finished ones, the earliest due day first.
    private static Comparator<Kept<Action>> order() {
        return Comparator.comparing((Kept<Action> kept) -> !kept.record().isOpen())
                .thenComparing(kept -> kept.record().find(Action.DUE).orElse(java.time.LocalDate.MAX))
                .thenComparing(kept -> kept.record().get(Action.REF));
    }

    static long events(PlanBoard board, Kept<Action> action) {
        return board.events().stream()
                .filter(event -> event.record().is(Disruption.ACTION, action.record().id()))
                .count();
    }

    private Node head(PlanBoard board) {
        long count = board.actionCounts().getOrDefault(p, 0L);
        var name = Nodes.label(p.label(), "column-name");
        var number = Nodes.label(count == 0 ? "empty" : count == 1 ? "1 action" : count + " actions", "muted");
        number.setMinWidth(USE_PREF_SIZE);
        var head = Nodes.row(new PMark(p), name, Nodes.spring(), number);
        head.getStyleClass().add("column-head");
        return head;
    }

    private Node objective(Plan plan) {
        var field = Plan.objective(p);
        var link = new Hyperlink(plan.lacks(field) ? "Say what is to be achieved" : plan.get(field));
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setMaxWidth(Double.MAX_VALUE);
        link.getStyleClass().add("column-objective");
        if (plan.lacks(field)) Nodes.state(link, "blank", true);
        link.setAccessibleText("Objective of " + p.label() + ": " + link.getText());
        link.setOnAction(event -> {
            model.column.set(p);
            model.ways().part(p, field.name());
        });
        return link;
    }

    private Node nothing(Plan plan) {
        var box = new VBox();
        box.getStyleClass().add("column-empty");
        boolean explained = !plan.lacks(Plan.whyEmpty(p));
        box.getChildren().add(Nodes.prose("No action.", "column-none"));
        box.getChildren().add(explained
                ? Nodes.prose("Reason: " + plan.get(Plan.whyEmpty(p)), "small")
                : Nodes.prose("Say why none is needed, or add one.", "small"));
        box.getChildren().add(Buttons.button(Command.of(
                "plan.why-" + p.name().toLowerCase(Locale.ROOT),
                explained ? "Change the reason" : "Say why",
                () -> {
                    model.column.set(p);
                    model.ways().part(p, Plan.whyEmpty(p).name());
                })));
        model.template().ifPresent(template -> {
            box.getChildren().add(Nodes.prose("Ideas for " + template.name().toLowerCase(Locale.UK) + ":", "muted", "small"));
            template.part(p).prompts().forEach(prompt -> box.getChildren().add(idea(prompt)));
        });
        return box;
    }

    private Node idea(PlanTemplate.Prompt prompt) {
        var link = new Hyperlink(prompt.title());
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setAccessibleHelp("Adds this as an action of " + p.label());
        link.setOnAction(event -> {
            model.column.set(p);
            model.ways().add(p, prompt);
        });
        return link;
    }

    private Node adding() {
        var add = Buttons.button(new Command(
                "plan.add-" + p.name().toLowerCase(Locale.ROOT), "Add an action", "", "fth-plus", model.add.whyNot(), () -> {
                    model.column.set(p);
                    model.add.run();
                }));
        add.setAccessibleText("Add an action to " + p.label());
        add.getStyleClass().addAll("flat", "column-add");
        add.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(add, Priority.NEVER);
        return add;
    }

    List<CardView> cards() {
        return cards;
    }

    P p() {
        return p;
    }

    /// Brings the keyboard to the card that is nearest to that line, or to what stands in place of cards.
    void enter(int line) {
        if (cards.isEmpty()) {
            getChildren().stream()
                    .filter(Node::isFocusTraversable)
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        } else {
            cards.get(Math.min(line, cards.size() - 1)).requestFocus();
        }
    }
}
