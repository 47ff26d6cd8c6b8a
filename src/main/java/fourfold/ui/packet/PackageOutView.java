package fourfold.ui.packet;

import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.packet.PackageOutViewModel.Choice;
import fourfold.ui.packet.PackageOutViewModel.Choices;
import fourfold.ui.packet.PackageOutViewModel.Scope;
import fourfold.ui.packet.PackageOutViewModel.Step;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The steps of making a package, one at a time, with the way there at the top and the way on at the bottom.
final class PackageOutView extends StackPane {

    private final PackageOutViewModel model;
    private final Consumer<String> copy;
    private final StackPane content = new StackPane();
    private final StackPane foot = new StackPane();

    PackageOutView(PackageOutViewModel model, Consumer<String> copy) {
        this.model = model;
        this.copy = copy;
        content.getStyleClass().add("step-content");
        var page = Page.untitled().strip(StepHead.of(List.of(Step.values()), Step::label, model.step())).following(model).scrolling(content).footer(foot);
        getChildren().add(page);
        model.step().subscribe(step -> show(step));
    }

    private void show(Step step) {
        content.getChildren().setAll(switch (step) {
            case TO -> QueryPane.of(model.choices, this::toWhom);
            case WHAT -> what();
            case HANDLING -> handling();
            case LOOK -> PacketLook.of(model);
            case WRITE -> write();
            case DONE -> PacketResult.of(model, copy);
        });
        foot.getChildren().setAll(switch (step) {
            case WRITE -> Buttons.of(model.write, model.back);
            case DONE -> Buttons.of(model.finish);
            case TO, WHAT, HANDLING, LOOK -> Buttons.of(model.next, model.back);
        });
        switch (step) {
            case TO -> model.to.attend();
            case WHAT -> model.scope.attend();
            case WRITE -> model.verified.attend();
            case HANDLING -> model.asked.stream().findFirst().ifPresent(one -> one.answer().attend());
            case LOOK, DONE -> foot.lookupAll(".button").stream().findFirst().ifPresent(Nodes::focus);
        }
    }

    private Node toWhom(Choices choices) {
        if (choices.others().isEmpty())
            return Nodes.column(
                    Nodes.heading("No unit is trusted yet"),
                    Nodes.prose("A package is encrypted to the unit that it is for, so its certificate has to be here first. "
                            + "Ask the unit for its certificate file, compare the fingerprint by telephone, and have an "
                            + "administrator trust it under Settings."),
                    Buttons.row(List.of(model.trust)));
        return Form.of(
                Form.choice(model.to, choices.others(), agency -> agency),
                Form.area(model.purpose, 3));
    }

    private Node what() {
        var threats = FXCollections.observableArrayList(model.choices.now().threats());
        var list = new VBox();
        list.getStyleClass().add("chosen-threats");
        Runnable fill = () -> list.getChildren().setAll(model.chosen.stream().map(this::line).toList());
        model.chosen.addListener((ListChangeListener<Choice>) change -> fill.run());
        fill.run();
        var pick = Nodes.column(
                Form.suggest(model.pick, threats, Choice::words), Buttons.row(List.of(model.addThreat)), list);
        return Form.of(
                Form.options(model.scope, List.of(Scope.values()), Scope::label, Scope::meaning),
                Nodes.showWhen(pick, Bindings.equal(model.scope.value(), Scope.CHOSEN)),
                Form.check(model.again));
    }

    private Node line(Choice one) {
        var away = new Button("Leave out");
        away.getStyleClass().add("flat");
        away.setAccessibleText("Leave out " + one.words());
        away.setOnAction(event -> model.leaveOut(one));
        return Nodes.row(Nodes.prose(one.words()), Nodes.spring(), away);
    }

    private Node handling() {
        var box = Nodes.column(Nodes.prose("These threats have handling instructions. Say for each how it is met for "
                + model.to.get() + " and this purpose; your answer goes with the package."));
        for (var one : model.asked)
            box.getChildren().add(Form.of(
                    Form.group(one.handling().reference()),
                    Nodes.prose(one.handling().instructions()),
                    Form.area(one.answer(), 2)));
        return box;
    }

    private Node write() {
        return Form.of(
                Nodes.prose("The law asks that nobody is sent what is inaccurate, incomplete or out of date, as far as can "
                        + "be told, and that it is verified before (Data Protection Act 2018, section 38)."),
                Nodes.prose(model.verifier() + " verifies, and the cover sheet says so."),
                Form.check(model.verified),
                Form.text(model.folder),
                Buttons.row(List.of(model.chooseFolder)));
    }
}
