package fourfold.ui.kit;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Several of many: what was chosen stands as chips, and a box below finds one more.
final class Several<T> extends VBox {

    private final Input<Set<T>> input;
    private final Function<T, String> words;
    private final Flow chips = Nodes.flow();

    Several(Input<Set<T>> input, ObservableList<T> choices, Function<T, String> words) {
        this.input = input;
        this.words = words;
        getStyleClass().add("several");
        var next = Input.<T>of(input.name(), "Add to " + input.label());
        var box = new SuggestBox<>(next, choices, words, null);
        box.setAlignment(Pos.CENTER_LEFT);
        next.value().subscribe(chosen -> {
            if (chosen != null) {
                add(chosen);
                next.set(null);
            }
        });
        accessibleTextProperty().subscribe(box::setAccessibleText);
        accessibleHelpProperty().subscribe(box::setAccessibleHelp);
        next.unread().subscribe(sentence -> input.unread().set(sentence));
        input.value().subscribe(this::show);
        getChildren().addAll(chips, box);
    }

    private Set<T> chosen() {
        var now = input.get();
        return now == null ? Set.of() : now;
    }

    private void add(T one) {
        var more = new LinkedHashSet<>(chosen());
        if (more.add(one)) {
            input.set(more);
        }
    }

    private void remove(T one) {
        var fewer = new LinkedHashSet<>(chosen());
        fewer.remove(one);
        input.set(fewer);
    }

    private void show(@Nullable Set<T> now) {
        chips.getChildren().clear();
        for (var one : chosen()) {
            var button = new Button(words.apply(one), Nodes.icon("fth-x"));
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.getStyleClass().add("chip");
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(words.apply(one) + ", remove");
            button.setOnAction(event -> remove(one));
            chips.getChildren().add(button);
        }
        chips.setVisible(!chips.getChildren().isEmpty());
        chips.setManaged(chips.isVisible());
    }
}
