package fourfold.ui.plan;

import fourfold.core.kernel.P;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.threat.Threat;
import fourfold.ui.kit.Abreast;
import fourfold.ui.kit.BusyLine;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.ProblemBar;
import fourfold.ui.kit.Scrolled;
import fourfold.ui.parts.PMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// How a first plan begins.
final class BeginView extends BorderPane {

    private final BeginViewModel model;
    private final VBox content = new VBox();

    BeginView(BeginViewModel model) {
        this.model = model;
        getStyleClass().add("begin");
        content.getStyleClass().add("page-scrolled");
        var scroll = Scrolled.down(content);
        setCenter(scroll);
        setTop(new VBox(new BusyLine(model.acting()), ProblemBar.of(model)));
        addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            var command = model.step.get() == BeginViewModel.PEOPLE ? model.finish : model.next;
            if (model.step.get() > BeginViewModel.CHOOSE && fourfold.ui.kit.Keys.match("Ctrl+Enter", event)) {
                var why = command.run();
                if (!why.isEmpty()) model.say(why);
                event.consume();
            }
        });
        model.step.subscribe(step -> show(step.intValue()));
    }

    private void show(int step) {
        if (step == BeginViewModel.CHOOSE) {
            setLeft(null);
            setBottom(null);
            content.getChildren().setAll(choose());
            return;
        }
        setLeft(steps(step));
        var body = switch (step) {
            case BeginViewModel.OBJECTIVE -> objective();
            case BeginViewModel.PEOPLE -> people();
            default -> part(Objects.requireNonNull(model.parts.get(P.values()[step - BeginViewModel.FIRST_P])));
        };
        content.getChildren().setAll(body);
        var buttons = step == BeginViewModel.PEOPLE ? Buttons.of(model.finish, model.back) : Buttons.of(model.next, model.back);
        var missing = Nodes.label(model.missing(), "muted", "prose");
        missing.setWrapText(true);
        missing.setMinHeight(USE_PREF_SIZE);
        var foot = new VBox(missing, buttons);
        foot.getStyleClass().add("begin-foot");
        setBottom(foot);
        Nodes.whenInScene(body, scene -> body.lookupAll("*").stream()
                .filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus));
    }

    private Node choose() {
        var threat = model.board().threat().record();
        var box = Nodes.column(
                Nodes.heading(threat.get(Threat.NAME).isBlank() ? "No plan yet" : threat.get(Threat.NAME) + " has no plan yet"),
                Nodes.prose("Step by step is the sure way: the four Ps one after another, each with an action or a written"
                        + " reason for none."),
                Buttons.of(model.guide, model.empty));
        model.template().ifPresentOrElse(
                template -> box.getChildren().addAll(preview(template)),
                () -> box.getChildren().add(Nodes.prose(
                        "There is a template for each threat area, but this threat's primary area is not set.", "muted")));
        return box;
    }

    private List<Node> preview(PlanTemplate template) {
        var columns = new ArrayList<VBox>();
        for (var p : P.values()) {
            var part = template.part(p);
            var name = Nodes.row(new PMark(p), Nodes.label(p.label(), "column-name"));
            name.getStyleClass().add("column-head");
            var column = new VBox(name, Nodes.prose(part.objective(), "muted", "small"));
            column.getStyleClass().addAll("board-column", PMark.style(p));
            for (var prompt : part.prompts()) {
                var card = new VBox(Nodes.prose(prompt.title(), "card-title"), Nodes.prose(prompt.owner(), "muted", "small"));
                card.getStyleClass().add("card");
                column.getChildren().add(card);
            }
            columns.add(column);
        }
        var grid = new Abreast(BoardView.COLUMN, columns);
        grid.getStyleClass().add("board-columns");
        return List.of(
                Nodes.heading("The template for " + template.area().label().toLowerCase(Locale.UK)
                        + (template.edition().isEmpty() ? "" : ", " + template.edition())),
                Nodes.prose("What it proposes, to accept, change or drop. Objective: " + template.objective(), "muted"),
                Buttons.row(List.of(model.fromTemplate)),
                grid);
    }

    private Node steps(int now) {
        var box = new VBox();
        box.getStyleClass().add("begin-steps");
        step(box, "Objective", BeginViewModel.OBJECTIVE, now, !model.lacksObjective());
        for (var p : P.values()) step(box, p.label(), BeginViewModel.FIRST_P + p.ordinal(), now, !model.lacks(p));
        step(box, "Who helps", BeginViewModel.PEOPLE, now, true);
        return box;
    }

    private void step(VBox box, String words, int at, int now, boolean settled) {
        var button = new Button(words, Nodes.icon(settled ? "fth-check" : "fth-circle"));
        button.getStyleClass().addAll("flat", "begin-step");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(words + (settled ? ", settled" : ", not settled yet") + (at == now ? ", here" : ""));
        Nodes.state(button, "here", at == now);
        button.setOnAction(event -> model.step.set(at));
        box.getChildren().add(button);
    }

    private Node objective() {
        return Form.of(Nodes.heading("What the plan is for"), Form.area(model.objective, 5));
    }

    private Node part(BeginViewModel.Part part) {
        var form = Form.of(
                Nodes.row(new PMark(part.p()), Nodes.heading(part.p().label())),
                Nodes.prose(part.p().meaning() + " As in: " + part.p().examples(), "muted"),
                Form.area(part.objective(), 3));
        model.template().ifPresent(template -> form.getChildren().add(Form.flags(
                part.proposals(), template.part(part.p()).prompts(), prompt -> prompt.title() + " · " + prompt.owner())));
        form.getChildren().addAll(Form.area(part.own(), 3), Form.area(part.why(), 3));
        return form;
    }

    private Node people() {
        return Form.of(
                Nodes.heading("Who helps, and what is not known yet"),
                Form.suggestText(model.intelligence, model.people),
                Form.suggestText(model.financial, model.people),
                Form.suggestText(model.safeguarding, model.people),
                Form.area(model.gaps, 4));
    }
}
