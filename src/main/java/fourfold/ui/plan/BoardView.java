package fourfold.ui.plan;

import fourfold.core.kernel.P;
import fourfold.desk.PlanBoard;
import fourfold.ui.kit.Abreast;
import fourfold.ui.kit.BusyLine;
import fourfold.ui.kit.Keys;
import fourfold.ui.kit.ProblemBar;
import fourfold.ui.kit.Scrolled;
import fourfold.ui.kit.TextSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The board: the plan's own fields at the top, the four columns, and the balance with what is missing at the foot. It
/// stays in place while it is read again, so that scroll and keyboard do too.
final class BoardView extends BorderPane {

    /// The least width of a column, in ems.
    static final double COLUMN = 13;
    /// In a lower window than this, in ems, nothing but what stands in the way stays while the columns scroll.
    private static final double LOW = 40;

    private final PlanBoardViewModel model;
    private final List<ColumnView> columns = new ArrayList<>();
    private final VBox strip = new VBox();
    private final VBox whole = new VBox();
    private final Abreast grid;
    private final ScrollPane scroll = Scrolled.of(whole);
    private final VBox foot = new VBox();
    private @Nullable BeginView beginning;

    BoardView(PlanBoardViewModel model) {
        this.model = model;
        getStyleClass().addAll("page", "board");
        var top = new VBox(new BusyLine(model.acting()), ProblemBar.of(model));
        top.getStyleClass().add("board-top");
        setTop(top);
        for (var p : P.values()) columns.add(new ColumnView(model, p));
        grid = new Abreast(COLUMN, columns);
        grid.getStyleClass().add("board-columns");
        whole.setMinWidth(0);
        whole.setMinHeight(USE_PREF_SIZE);
        whole.getStyleClass().add("board-whole");
        whole.getChildren().addAll(strip, grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        foot.getStyleClass().add("board-foot");
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        heightProperty().subscribe(height -> placeFoot());
        model.board.whenRead(this::show);
        model.desktop.sheets().open().subscribe(sheet -> {
            if (sheet == null) comeBack();
        });
    }

    private void show(PlanBoard board) {
        if (board.plan() == null) {
            begin(board);
            return;
        }
        boolean inside = isInside();
        beginning = null;
        strip.getChildren().setAll(new StripView(model, board));
        columns.forEach(column -> column.show(board));
        foot.getChildren().setAll(new FootView(model, board));
        setCenter(scroll);
        placeFoot();
        if (inside) focusChosen();
    }

    /// The foot stays at the bottom while there is room for it, and else comes after the columns.
    private void placeFoot() {
        if (getCenter() != scroll) return;
        boolean stays = getHeight() <= 0 || TextSize.inEms(this, getHeight()) >= LOW;
        if (stays && getBottom() != foot) {
            whole.getChildren().remove(foot);
            setBottom(foot);
        } else if (!stays && !whole.getChildren().contains(foot)) {
            setBottom(null);
            whole.getChildren().add(foot);
        }
    }

    private void begin(PlanBoard board) {
        if (beginning == null) {
            beginning = new BeginView(new BeginViewModel(model.desktop, board));
            setCenter(beginning);
            setBottom(null);
        }
    }

    private boolean isInside() {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node up = owner; up != null; up = up.getParent()) if (up == grid) return true;
        return false;
    }

    /// Cards are made anew when something was saved, so the keyboard is brought back to the same action.
    private void comeBack() {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        if (getScene() != null && (owner == null || owner.getScene() != getScene())) focusChosen();
    }

    private void focusChosen() {
        card().ifPresentOrElse(Node::requestFocus, () -> column().enter(0));
    }

    private Optional<CardView> card() {
        return columns.stream()
                .flatMap(column -> column.cards().stream())
                .filter(card -> card.action().record().id().equals(model.chosen.get()))
                .findFirst();
    }

    private ColumnView column() {
        return columns.get(model.column.get().ordinal());
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || beginning != null) return;
        for (var command : List.of(model.left, model.right))
            if (Keys.match(command.keys(), event)) {
                command.run();
                event.consume();
                return;
            }
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) return;
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        if (event.getCode() == KeyCode.N && isInside()) {
            model.add.run();
            event.consume();
        } else if (owner instanceof CardView card && step(card, event.getCode())) {
            event.consume();
        }
    }

    private boolean step(CardView card, KeyCode key) {
        var column = columns.stream().filter(one -> one.cards().contains(card)).findFirst();
        if (column.isEmpty()) return false;
        int line = column.get().cards().indexOf(card);
        int at = column.get().p().ordinal();
        switch (key) {
            case ENTER, SPACE -> model.ways().open(card.action());
            case UP -> column.get().enter(Math.max(0, line - 1));
            case DOWN -> column.get().enter(line + 1);
            case LEFT -> columns.get(Math.max(0, at - 1)).enter(line);
            case RIGHT -> columns.get(Math.min(columns.size() - 1, at + 1)).enter(line);
            default -> {
                return false;
            }
        }
        scrollTo();
        return true;
    }

    private void scrollTo() {
        var owner = getScene().getFocusOwner();
        if (owner == null || !isInside()) return;
        var bounds = whole.sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
        double view = scroll.getViewportBounds().getHeight();
        double room = whole.getHeight() - view;
        double now = scroll.getVvalue() * room;
        if (room <= 0) return;
        if (bounds.getMinY() < now) scroll.setVvalue(bounds.getMinY() / room);
        else if (bounds.getMaxY() > now + view) scroll.setVvalue(Math.min(1, (bounds.getMaxY() - view) / room));
    }
}
