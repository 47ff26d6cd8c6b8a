package fourfold.ui.shell;

import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Prompts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// [Prompts] as dialogs of the [Overlay]; only choosing files is left to the system.
public final class OverlayPrompts implements Prompts {

    private final Overlay overlay;

    public OverlayPrompts(Overlay overlay) {
        this.overlay = overlay;
    }

    @Override
    public void tell(String title, String text) {
        var ok = Buttons.primary(Command.of("prompt.ok", "Close", overlay::close));
        open(title, ok, Nodes.prose(text), ok);
    }

    @Override
    public void ask(Question question, Runnable yes) {
        var no = Buttons.button(Command.of("prompt.no", "Leave it", overlay::close));
        var doIt = Buttons.primary(Command.of("prompt.yes", question.yes(), () -> {
            overlay.close();
            yes.run();
        }));
        open(question.title(), doIt, Nodes.prose(question.text()), buttons(doIt, no));
    }

    @Override
    public void text(Question question, String label, Consumer<String> given) {
        var area = new TextArea();
        area.setPrefRowCount(4);
        area.setWrapText(true);
        area.setAccessibleText(label);
        area.setId("prompt-text");
        var no = Buttons.button(Command.of("prompt.no", "Leave it", overlay::close));
        var doIt = Buttons.primary(Command.of("prompt.yes", question.yes(), () -> {
                    overlay.close();
                    given.accept(area.getText().strip());
                })
                .when(area.textProperty().map(text -> !text.isBlank()), label + " is needed."));
        var name = new Label(label);
        name.getStyleClass().add("field-label");
        name.setLabelFor(area);
        leaveOnTab(area);
        var labelled = new VBox(name, area);
        labelled.getStyleClass().add("tight-column");
        open(question.title(), area, Nodes.prose(question.text()), labelled, buttons(doIt, no));
    }

    @Override
    public void details(String title, String text, String details) {
        var area = new TextArea(details);
        area.setEditable(false);
        area.setPrefRowCount(8);
        area.setAccessibleText("Details");
        leaveOnTab(area);
        var copy = Buttons.button(Command.of("prompt.copy", "Copy details", () -> {
            var content = new ClipboardContent();
            content.putString(details);
            Clipboard.getSystemClipboard().setContent(content);
        }));
        var ok = Buttons.primary(Command.of("prompt.ok", "Close", overlay::close));
        open(title, ok, Nodes.prose(text), area, buttons(ok, copy));
    }

    private static void leaveOnTab(TextArea area) {
        area.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.TAB) {
                event.consume();
                area.requestFocusTraversal(
                        event.isShiftDown()
                                ? javafx.scene.TraversalDirection.PREVIOUS
                                : javafx.scene.TraversalDirection.NEXT);
            }
        });
    }

    private static Node buttons(Node... nodes) {
        var row = Nodes.row(nodes);
        row.getStyleClass().add("buttons");
        return row;
    }

    private void open(String title, Node first, Node... content) {
        var box = new VBox(Nodes.prose(title, "page-title"));
        box.getChildren().addAll(content);
        box.getStyleClass().add("dialog");
        overlay.open(title, box, first, () -> {});
    }

    @Override
    public void openFile(String title, List<String> endings, Consumer<Path> chosen) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        if (!endings.isEmpty()) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(
                    String.join(", ", endings), endings.stream().map(ending -> "*." + ending).toList()));
        }
        give(chooser.showOpenDialog(overlay.getScene().getWindow()), chosen);
    }

    @Override
    public void saveFile(String title, String suggestedName, Consumer<Path> chosen) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        give(chooser.showSaveDialog(overlay.getScene().getWindow()), chosen);
    }

    @Override
    public void folder(String title, Consumer<Path> chosen) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        give(chooser.showDialog(overlay.getScene().getWindow()), chosen);
    }

    private static void give(@Nullable File file, Consumer<Path> chosen) {
        if (file != null) {
            chosen.accept(file.toPath());
        }
    }
}
