package fourfold.ui.settle;

import fourfold.desk.ConflictDesk.Contested;
import fourfold.desk.ConflictDesk.Standing;
import fourfold.ui.kit.Abreast;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Diff;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.settle.ConflictsViewModel.Line;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The settlement of one field: its values as cards, each with who, when and why; the choice, and the reason.
final class ConflictsView {

    /// The least width of a card, in ems of the text.
    private static final double CARD = 15;

    private final ConflictsViewModel model;
    private final VBox values = new VBox();
    private final List<RadioButton> choices = new ArrayList<>();

    private ConflictsView(ConflictsViewModel model) {
        this.model = model;
        values.getStyleClass().add("column");
        model.lines.selected().subscribe(this::show);
        model.choice.value().subscribe(this::mark);
    }

    static Node of(ConflictsViewModel model) {
        var empty = Nodes.column(
                Nodes.prose("Nothing is in conflict."),
                Nodes.prose(
                        "A value is in conflict when two people changed the same field without having seen each other's change:"
                                + " at two desks that exchange packages, or here and in a newer extract. Both values are kept, "
                                + "and stand here until somebody settles them.",
                        "muted"));
        var table = SettleView.table(
                model.lines, "In conflict", "Field", line -> line.field().label(), model.open::run, model.saving);
        return SettleView.of(model.read, model.lines, table, new ConflictsView(model).node(), empty);
    }

    private Node node() {
        var another = Nodes.showWhen(
                Form.area(model.other, 2), model.choice.value().map(ConflictsViewModel.ANOTHER::equals).orElse(false));
        var form = Form.of(another, Form.area(model.reason, 3), Buttons.of(model.settle, model.open));
        var whyNot = model.whyNot("");
        var barred = Buttons.row(List.of(model.open));
        var box = Nodes.column(
                SettleView.about(model.lines),
                Form.other(model.choice, values),
                SettleView.bar(whyNot),
                Nodes.showWhen(barred, whyNot.map(words -> !words.isEmpty())),
                Nodes.showWhen(form, whyNot.map(String::isEmpty)));
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !event.isShiftDown()) {
                model.settle.run();
                event.consume();
            }
        });
        return box;
    }

    private void show(@org.jspecify.annotations.Nullable Line line) {
        values.getChildren().clear();
        choices.clear();
        if (line == null) return;
        var group = new ToggleGroup();
        var field = line.field();
        var cards = field.values().stream().map(value -> card(line, value, group)).toList();
        var abreast = new Abreast(CARD, cards);
        abreast.getStyleClass().add("settle-cards");
        values.getChildren().add(meanwhile(field));
        field.before()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> values.getChildren()
                        .add(new VBox(Nodes.label("Before both", "field-label"), Nodes.prose(text, "muted"))));
        values.getChildren().add(abreast);
        if (line.whyNot().isEmpty()) values.getChildren().add(choice("Another value", ConflictsViewModel.ANOTHER, group));
        mark(model.choice.get());
    }

    private static Node meanwhile(Contested field) {
        boolean stands = field.values().stream().anyMatch(value -> value.value().equals(field.shown()));
        return Nodes.prose(
                stands
                        ? field.label() + " is in conflict. Until it is settled, the value that is marked is shown."
                        : field.label() + " is in conflict. Until it is settled, it stays as it was: " + SettleWords.value(field.shown()) + ".",
                "muted");
    }

    private Region card(Line line, Standing value, ToggleGroup group) {
        var zone = model.desktop().office().session().clock().getZone();
        var box = new VBox();
        box.getStyleClass().add("settle-card");
        var words = SettleWords.value(value.value());
        var before = line.field().before().filter(text -> !text.isBlank());
        boolean mayChoose = line.whyNot().isEmpty();
        if (mayChoose) box.getChildren().add(choice(before.isEmpty() ? words : "This text", value.entry(), group));
        else if (before.isEmpty()) box.getChildren().add(Nodes.prose(words, "settle-value"));
        before.ifPresent(text -> box.getChildren()
                .add(new Diff(List.of(new Diff.Change("Against the text before both", text, value.value())))));
        if (value.value().equals(line.field().shown())) box.getChildren().add(new Badge("Shown meanwhile", Badge.Tone.QUIET));
        box.getChildren().addAll(
                Nodes.prose(SettleWords.who(value.user(), value.role(), value.agency()), "small"),
                Nodes.prose(SettleWords.when(value.at(), zone) + (value.loaded() ? ", from an extract" : ""), "muted", "small"));
        if (!value.reason().isBlank()) box.getChildren().add(Nodes.prose(value.reason(), "small"));
        return box;
    }

    private RadioButton choice(String words, String key, ToggleGroup group) {
        var button = new RadioButton(words);
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setUserData(key);
        button.setToggleGroup(group);
        button.selectedProperty().subscribe(on -> {
            if (on) model.choice.set(key);
        });
        choices.add(button);
        return button;
    }

    private void mark(@org.jspecify.annotations.Nullable String chosen) {
        for (var button : choices) button.setSelected(button.getUserData().equals(chosen));
    }
}
