package fourfold.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
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

    static <T> Node options(Input<T> input, List<T> choices, Function<T, String> words, Function<T, String> meaning) {
        var group = new ToggleGroup();
        var box = new VBox();
        box.getStyleClass().add("options");
        for (var choice : choices) {
            var button = new RadioButton(words.apply(choice));
            button.setToggleGroup(group);
            button.setUserData(choice);
            button.setAccessibleHelp(meaning.apply(choice));
            box.getChildren().add(button);
            var help = Nodes.prose(meaning.apply(choice), "muted", "small", "option-meaning");
            if (!help.getText().isBlank()) {
                box.getChildren().add(Nodes.showWhen(help, button.selectedProperty().or(button.focusedProperty())));
            }
            button.selectedProperty().addListener((source, before, on) -> {
                if (on) {
                    input.set(choice);
                }
            });
        }
        input.value().subscribe(now -> group.getToggles()
                .forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(now))));
        return box;
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
