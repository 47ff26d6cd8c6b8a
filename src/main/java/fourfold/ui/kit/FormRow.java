package fourfold.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One field of a form: its label, whether it must be filled in, its control, its help, and what is wrong with it.
public final class FormRow extends VBox {

    /// From this share of the limit on, the characters that are left are shown.
    private static final double NEAR = 0.8;

    private final Node control;
    private final ObservableValue<String> flaw;
    private @Nullable Label flawLine;

    private FormRow(Input<?> input, Node control) {
        this.control = control;
        flaw = Bindings.createStringBinding(
                () -> input.flaw().get().isEmpty() ? input.unread().get() : input.flaw().get(),
                input.flaw(),
                input.unread());
        getStyleClass().add("form-row");
    }

    static FormRow around(Input<?> input, Node control) {
        var row = new FormRow(input, control);
        row.getChildren().addAll(head(input, control), control);
        row.finish(input);
        return row;
    }

    static FormRow bare(Input<?> input, Node control) {
        var row = new FormRow(input, control);
        row.getChildren().add(control);
        row.finish(input);
        return row;
    }

    private static Node head(Input<?> input, Node control) {
        var label = Nodes.label(input.label(), "field-label");
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(label);
        head.getStyleClass().add("form-head");
        if (input.isRequired()) {
            head.getChildren().add(Nodes.label("required", "muted", "small"));
        }
        if (input.limit() > 0) {
            var left = Nodes.label(leftWords(input), "small", "limit");
            head.getChildren().addAll(Nodes.spring(), left);
        }
        return head;
    }

    private static ObservableValue<String> leftWords(Input<?> input) {
        return Bindings.createStringBinding(
                () -> {
                    int used = input.get() instanceof String text ? text.length() : 0;
                    int left = input.limit() - used;
                    if (left < 0) {
                        return -left + (left == -1 ? " character too many" : " characters too many");
                    }
                    return used < input.limit() * NEAR ? "" : left + " left";
                },
                input.value());
    }

    private void finish(Input<?> input) {
        if (!input.help().isEmpty()) {
            getChildren().add(Nodes.prose(input.help(), "muted", "small"));
        }
        describe(input);
        input.attention().addListener((source, before, now) -> focusOn());
    }

    private void describe(Input<?> input) {
        control.setAccessibleText(input.isRequired() ? input.label() + ", required" : input.label());
        flaw.subscribe(sentence -> {
            control.setAccessibleHelp(sentence.isEmpty() ? input.help() : sentence);
            Nodes.state(control, "flawed", !sentence.isEmpty());
            showFlaw(sentence);
        });
    }

    /// Most fields never have one, so its line is made with the first.
    private void showFlaw(String sentence) {
        if (flawLine == null) {
            if (sentence.isEmpty()) {
                return;
            }
            flawLine = Nodes.prose("", "flaw", "small");
            flawLine.setGraphic(Nodes.icon("fth-alert-circle"));
            flawLine.textProperty().bind(flaw);
            getChildren().add(Nodes.showWhen(flawLine, flaw.map(words -> !words.isEmpty())));
        }
    }

    private void focusOn() {
        Nodes.reveal(this);
        if (control instanceof Control || control.isFocusTraversable()) {
            Nodes.focus(control);
        } else {
            control.lookupAll("*").stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Nodes::focus);
        }
    }

    /// The control itself, for what only one screen needs.
    public Node control() {
        return control;
    }

    /// Lets the control grow with the room that is left.
    public FormRow growing() {
        VBox.setVgrow(this, Priority.ALWAYS);
        VBox.setVgrow(control, Priority.ALWAYS);
        return this;
    }
}
