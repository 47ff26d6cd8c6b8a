package fourfold.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// Controls to choose from a fixed list.
final class Choices {

    private Choices() {}

    static <T> Node box(Input<T> input, List<T> choices, Function<T, String> words) {
        var box = new ComboBox<@Nullable T>();
        box.setMaxWidth(Double.MAX_VALUE);
        var lines = new ArrayList<@Nullable T>();
        if (!input.isRequired()) {
            lines.add(null);
        }
        lines.addAll(choices);
        box.getItems().setAll(lines);
        box.setVisibleRowCount(12);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : words.apply(choice);
            }

            @Override
            public @Nullable T fromString(String text) {
                return lines.stream().filter(line -> line != null && words.apply(line).equals(text)).findFirst().orElse(null);
            }
        });
        box.valueProperty().bindBidirectional(input.value());
        box.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T choice, boolean empty) {
                super.updateItem(choice, empty);
                setText(empty || getIndex() < 0 ? null : choice == null ? "Not chosen" : words.apply(choice));
            }
        });
        new TypeAhead().on(box, choice -> choice == null ? "" : words.apply(choice));
        return box;
    }

    /// The choices side by side like the segments of one button. Tab comes to the chosen one, arrows choose.
    static <T> Node segments(Input<T> input, List<T> choices, Function<T, String> words) {
        var segments = new SegmentedButton();
        segments.setMaxWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        for (var choice : choices) {
            var button = new ToggleButton(words.apply(choice));
            button.setUserData(choice);
            button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            // one is always chosen: pressing that one again changes nothing
            button.setOnAction(event -> button.setSelected(true));
            button.selectedProperty().subscribe(on -> {
                button.setFocusTraversable(on);
                if (on) {
                    input.set(choice);
                }
            });
            input.value().subscribe(now -> {
                if (choice.equals(now)) {
                    button.setSelected(true);
                }
            });
            segments.getButtons().add(button);
        }
        return segments;
    }

    static <T> Node options(Input<T> input, List<T> choices, Function<T, String> words, Function<T, String> meaning) {
        var box = new VBox();
        box.getStyleClass().add("options");
        for (var button : buttons(input, choices, words, meaning)) {
            box.getChildren().add(button);
            var help = Nodes.prose(button.getAccessibleHelp(), "muted", "small", "option-meaning");
            if (!help.getText().isBlank()) {
                box.getChildren().add(Nodes.showWhen(help, button.selectedProperty().or(button.focusedProperty())));
            }
        }
        return box;
    }

    /// The choices in a column, and at their right the meaning of the one that has the keyboard or was chosen. The room for
    /// the longest meaning is kept, so that nothing below moves.
    ///
    /// @param hint what stands there while nothing is chosen
    static <T> Node explained(
            Input<T> input, List<T> choices, Function<T, String> words, Function<T, String> meaning, String hint) {
        var column = new VBox();
        column.getStyleClass().addAll("options", "explained-choices");
        var side = new StackPane();
        side.getStyleClass().add("explained-meaning");
        HBox.setHgrow(side, Priority.ALWAYS);
        var buttons = buttons(input, choices, words, meaning);
        var first = meaningOf(hint);
        first.visibleProperty().bind(input.value().isNull().and(column.focusWithinProperty().not()));
        side.getChildren().add(first);
        for (var button : buttons) {
            column.getChildren().add(button);
            var text = meaningOf(button.getAccessibleHelp());
            text.visibleProperty().bind(Bindings.createBooleanBinding(
                    () -> button.isFocused() || button.isSelected() && buttons.stream().noneMatch(Node::isFocused),
                    buttons.stream()
                            .flatMap(one -> Stream.of(one.focusedProperty(), one.selectedProperty()))
                            .toArray(Observable[]::new)));
            side.getChildren().add(text);
        }
        var row = new HBox(column, side);
        row.getStyleClass().add("explained");
        return row;
    }

    private static Node meaningOf(String sentence) {
        var text = Nodes.prose(sentence, "small");
        StackPane.setAlignment(text, Pos.TOP_LEFT);
        return text;
    }

    /// One radio button a choice. Tab comes to the chosen one, or else the first; arrows go on, and the digits choose by
    /// place.
    private static <T> List<RadioButton> buttons(
            Input<T> input, List<T> choices, Function<T, String> words, Function<T, String> meaning) {
        var group = new ToggleGroup();
        var buttons = new ArrayList<RadioButton>();
        for (var choice : choices) {
            var button = new RadioButton(words.apply(choice));
            button.setToggleGroup(group);
            button.setUserData(choice);
            button.setAccessibleHelp(meaning.apply(choice));
            button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            button.addEventFilter(KeyEvent.KEY_PRESSED, event -> byDigit(buttons, event));
            button.selectedProperty().addListener((source, before, on) -> {
                if (on) {
                    input.set(choice);
                }
            });
            buttons.add(button);
        }
        input.value().subscribe(now -> buttons.forEach(button -> button.setSelected(button.getUserData().equals(now))));
        group.selectedToggleProperty().subscribe(chosen -> buttons.forEach(button ->
                button.setFocusTraversable(chosen == null ? button == buttons.getFirst() : button == chosen)));
        return buttons;
    }

    private static void byDigit(List<RadioButton> buttons, KeyEvent event) {
        int place = event.isShortcutDown() || event.isAltDown() ? -1 : "123456789".indexOf(event.getText());
        if (!event.getText().isEmpty() && place >= 0 && place < buttons.size()) {
            buttons.get(place).setSelected(true);
            buttons.get(place).requestFocus();
            event.consume();
        }
    }

    static <T> Node flags(Input<Set<T>> input, List<T> choices, Function<T, String> words) {
        var box = new Flow();
        box.getStyleClass().add("flags");
        for (var choice : choices) {
            var check = new CheckBox(words.apply(choice));
            check.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            check.setSelected(chosen(input).contains(choice));
            check.selectedProperty().addListener((source, before, on) -> {
                var now = new LinkedHashSet<>(chosen(input));
                if (on ? now.add(choice) : now.remove(choice)) {
                    input.set(now);
                }
            });
            input.value().addListener((source, before, now) -> check.setSelected(chosen(input).contains(choice)));
            box.getChildren().add(check);
        }
        return box;
    }

    private static <T> Set<T> chosen(Input<Set<T>> input) {
        var now = input.get();
        return now == null ? Set.of() : now;
    }

    static Node check(Input<Boolean> input) {
        var check = new CheckBox(input.label());
        check.setWrapText(true);
        check.setSelected(Boolean.TRUE.equals(input.get()));
        check.selectedProperty().addListener((source, before, on) -> input.set(on));
        input.value().addListener((source, before, now) -> check.setSelected(Boolean.TRUE.equals(now)));
        return check;
    }
}
