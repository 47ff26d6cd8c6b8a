package fourfold.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A sheet that lies over the page from the right: a card opened, a record being captured. Esc closes it; what was
/// typed in it stays until it is saved or thrown away.
public final class SideSheet extends BorderPane {

    private final String key;
    private final String title;
    private final Supplier<Boolean> unsaved;
    private final List<Command> commands = new ArrayList<>();
    private final VBox top = new VBox();
    private final VBox bottom = new VBox();
    private Runnable close = () -> {};
    private Runnable keep = () -> {};

    /// @param key what makes it the same sheet when it is opened again, as in "capture"
    /// @param unsaved whether it holds something typed that is not saved
    public SideSheet(String key, String title, Node content, Supplier<Boolean> unsaved) {
        this.key = key;
        this.title = title;
        this.unsaved = unsaved;
        getStyleClass().add("side-sheet");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        var name = Nodes.label(title, "page-title");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var close = Buttons.icon(
                Command.of("sheet.close", "Close", () -> this.close.run()).on("Esc").icon("fth-x"));
        close.getStyleClass().add("flat");
        var head = new HBox(name, close);
        head.getStyleClass().addAll("row", "sheet-head");
        top.getChildren().add(head);
        setTop(top);
        setBottom(bottom);
        var scroll = Scrolled.down(content);
        content.getStyleClass().add("sheet-content");
        setCenter(scroll);
    }

    /// The problem bar and the progress of the sheet's acts, which stay when its content scrolls.
    public SideSheet following(ViewModel model) {
        var content = new VBox(ProblemBar.of(model));
        content.getStyleClass().add("sheet-problem");
        // many flaws scroll by themselves and leave the form in sight
        var problem = Scrolled.down(content, "sheet-problems");
        problem.setMinHeight(0);
        Nodes.showWhen(problem, model.problem().isNotNull());
        top.getChildren().addAll(new BusyLine(model.acting()), problem);
        return this;
    }

    /// What keeps the text that is typed and not saved: done whenever the sheet is closed with it, as when the vault locks.
    public SideSheet keeping(Runnable step) {
        keep = step;
        return this;
    }

    void keep() {
        keep.run();
    }

    /// The buttons at its foot.
    public SideSheet buttons(Command primary, List<Command> others) {
        commands.add(primary);
        commands.addAll(others);
        var row = Buttons.of(primary, others.toArray(new Command[0]));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> commandFor(event).ifPresent(command -> {
            event.consume();
            press(row, command);
        }));
        row.getStyleClass().add("sheet-foot");
        bottom.getChildren().add(row);
        return this;
    }

    /// A strip above the buttons that stays when the content scrolls.
    public SideSheet strip(Node node) {
        node.getStyleClass().add("sheet-strip");
        bottom.getChildren().addFirst(node);
        return this;
    }

    /// Presses the command's button, so that one that cannot be used now says why there.
    private static void press(Parent row, Command command) {
        row.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof Button button && button.getText().equals(command.text()))
                .findFirst()
                .ifPresent(node -> ((Button) node).fire());
    }

    private Optional<Command> commandFor(KeyEvent event) {
        return commands.stream().filter(command -> Keys.match(command.keys(), event)).findFirst();
    }

    /// Whether these keys belong to a button of this sheet, which then come before those of the page below.
    public boolean takes(KeyEvent event) {
        return commandFor(event).isPresent();
    }

    /// The commands of its buttons.
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    /// What makes it the same sheet when it is opened again.
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /// Whether it holds something typed that is not saved.
    public boolean hasUnsaved() {
        return unsaved.get();
    }

    void onClose(Runnable step) {
        close = step;
    }
}
