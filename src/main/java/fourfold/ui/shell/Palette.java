package fourfold.ui.shell;

import fourfold.ui.kit.Command;
import fourfold.ui.kit.Nodes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The command palette: every command and every record that can be found, by typing a part of its words.
public final class Palette extends VBox {

    private static final int MOST = 200;

    private final TextField text = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final List<Command> commands;
    private final Function<String, List<Command>> records;
    private final Runnable close;

    /// @param commands all that can be done now
    /// @param records finds records to open, for what was typed; it must be quick
    public Palette(List<Command> commands, Function<String, List<Command>> records, Runnable close) {
        this.commands = List.copyOf(commands);
        this.records = records;
        this.close = close;
        getStyleClass().addAll("dialog", "palette");
        text.setPromptText("Type what you want to do, or a threat");
        text.setAccessibleText("Search or command");
        text.setId("palette-text");
        list.setFocusTraversable(false);
        list.setAccessibleText("Results");
        list.setCellFactory(view -> new Line());
        list.setPlaceholder(Nodes.prose("Nothing here is called that.", "muted", "empty"));
        getChildren().addAll(text, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        text.textProperty().subscribe(typed -> list(found(typed)));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// What gets the keyboard.
    public TextField first() {
        return text;
    }

    private void list(List<Command> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().select(0);
    }

    private List<Command> found(String typed) {
        var parts = typed.toLowerCase(Locale.UK).strip().split("\\s+");
        var matching = commands.stream()
                .filter(command -> {
                    var words = command.text().toLowerCase(Locale.UK);
                    return Arrays.stream(parts).allMatch(words::contains);
                })
                .toList();
        var found = new java.util.ArrayList<>(matching);
        if (!typed.isBlank()) {
            found.addAll(records.apply(typed.strip()));
        }
        return found.stream().limit(MOST).toList();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1, event);
            case UP -> move(-1, event);
            case PAGE_DOWN -> move(10, event);
            case PAGE_UP -> move(-10, event);
            case ENTER -> {
                event.consume();
                take(list.getSelectionModel().getSelectedItem());
            }
            default -> {}
        }
    }

    private void move(int by, KeyEvent event) {
        int last = list.getItems().size() - 1;
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 4));
        event.consume();
    }

    private void take(@Nullable Command command) {
        if (command != null && command.possible()) {
            close.run();
            command.run();
        }
    }

    private final class Line extends ListCell<Command> {

        Line() {
            setOnMouseClicked(event -> take(getItem()));
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            var reason = command.whyNot().getValue();
            var row = Nodes.row(Nodes.label(command.text()), Nodes.label(reason, "muted", "small"));
            row.getChildren().addAll(Nodes.spring(), keys(command));
            setGraphic(row);
            setAccessibleText(reason.isEmpty() ? command.text() : command.text() + ", not now: " + reason);
        }

        private HBox keys(Command command) {
            return ShortcutSheet.keyCaps(command.keys());
        }
    }
}
