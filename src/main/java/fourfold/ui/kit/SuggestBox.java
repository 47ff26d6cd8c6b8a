package fourfold.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// A text field that finds one of many: typing narrows the list under it, Up and Down choose, Enter takes. Where other
/// words are welcome too, the list only helps: what was typed stands unless a line of the list was chosen.
final class SuggestBox<T> extends StackPane {

    private static final int MOST = 8;

    private final TextField field = new TextField();
    private final ListView<T> list = new ListView<>();
    private final Popup popup = new Popup();
    private final Input<T> input;
    private final ObservableList<T> choices;
    private final Function<T, String> words;
    private final @Nullable Function<String, T> others;
    private boolean writing;

    /// @param others makes a value of words that are not in the list; null where only the list counts
    SuggestBox(
            Input<T> input,
            ObservableList<T> choices,
            Function<T, String> words,
            @Nullable Function<String, T> others) {
        this.input = input;
        this.choices = choices;
        this.words = words;
        this.others = others;
        getStyleClass().add("suggest-box");
        field.setPromptText("Type a part of it");
        getChildren().add(field);
        list.setFocusTraversable(false);
        list.getStyleClass().add("suggestions");
        list.setCellFactory(view -> new Line());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        field.textProperty().addListener((source, before, typed) -> typed(typed));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().addListener((source, before, focused) -> {
            if (!focused) {
                leave();
            }
        });
        input.value().subscribe(this::write);
        accessibleTextProperty().subscribe(field::setAccessibleText);
        accessibleHelpProperty().subscribe(field::setAccessibleHelp);
        input.unread().subscribe(sentence -> Nodes.state(field, "flawed", !sentence.isEmpty()));
        input.flaw().subscribe(sentence -> Nodes.state(field, "flawed", !sentence.isEmpty()));
    }

    /// What stands in it while it is empty.
    void prompt(String words) {
        field.setPromptText(words);
    }

    private void write(@Nullable T value) {
        if (!field.isFocused() || value != null && !words.apply(value).equals(field.getText())) {
            put(value);
        }
    }

    private void put(@Nullable T value) {
        writing = true;
        field.setText(value == null ? "" : words.apply(value));
        writing = false;
    }

    private void typed(String text) {
        if (writing) {
            return;
        }
        var found = matches(text);
        input.set(others == null ? only(found, text) : others.apply(text));
        input.unread().set("");
        list.getItems().setAll(found);
        if (found.isEmpty() || text.isBlank()) {
            popup.hide();
        } else {
            select();
            show();
        }
    }

    private void select() {
        if (others == null) {
            list.getSelectionModel().select(0);
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    private @Nullable T only(List<T> found, String text) {
        return found.stream().filter(choice -> words.apply(choice).equalsIgnoreCase(text.strip())).findFirst().orElse(null);
    }

    private List<T> matches(String text) {
        var parts = text.toLowerCase(Locale.UK).strip().split("\\s+");
        return choices.stream()
                .filter(choice -> {
                    var line = words.apply(choice).toLowerCase(Locale.UK);
                    return Arrays.stream(parts).allMatch(line::contains);
                })
                .limit(MOST)
                .toList();
    }

    private void show() {
        double em = TextSize.of(field);
        list.setStyle("-fx-font-size: " + em + "px");
        list.setPrefWidth(field.getWidth());
        list.setPrefHeight(list.getItems().size() * em * 2.2 + 4);
        var corner = field.localToScreen(0, field.getHeight());
        if (corner != null && field.isFocused()) {
            popup.show(field, corner.getX(), corner.getY());
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> {
                if (popup.isShowing()) {
                    list.getSelectionModel().selectNext();
                } else {
                    list.getItems().setAll(matches(input.get() == null ? field.getText() : ""));
                    list.getSelectionModel().select(0);
                    show();
                }
                event.consume();
            }
            case UP -> {
                list.getSelectionModel().selectPrevious();
                event.consume();
            }
            case ENTER -> {
                if (popup.isShowing()) {
                    take();
                    event.consume();
                }
            }
            case TAB -> {
                if (popup.isShowing()) {
                    take();
                }
            }
            case ESCAPE -> {
                if (popup.isShowing()) {
                    popup.hide();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void take() {
        var chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            input.set(chosen);
            input.unread().set("");
            // whoever listens may have taken the value away again, as a bar of conditions does
            put(input.get());
            field.end();
        }
    }

    private void leave() {
        popup.hide();
        var text = field.getText().strip();
        if (others == null && input.get() == null && !text.isEmpty()) {
            var found = matches(text);
            if (found.size() == 1) {
                input.set(found.getFirst());
            } else {
                input.unread().set(found.isEmpty()
                        ? "Nothing here is called \"" + text + "\"."
                        : "\"" + text + "\" may mean several: choose one of the list.");
            }
        }
    }

    private final class Line extends ListCell<T> {

        Line() {
            setOnMousePressed(event -> {
                list.getSelectionModel().select(getIndex());
                take();
            });
        }

        @Override
        protected void updateItem(T choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : words.apply(choice));
        }
    }
}
