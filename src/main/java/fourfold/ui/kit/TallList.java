package fourfold.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A short list whose lines are as tall as their words need, with one chosen line: one stop of Tab, and the arrow keys within.
/// For lists of some dozens of sentences; a table is for rows of one height.
///
/// @param <R> what a line shows
public final class TallList<R> extends VBox {

    private final String name;
    private final Function<R, Node> line;
    private final Function<R, String> spoken;
    private final Function<R, ?> key;
    private final ObjectProperty<@Nullable R> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final List<R> rows = new ArrayList<>();
    private Runnable open = () -> {};

    /// @param name what it lists, for the screen reader
    /// @param key what makes a line the same line when the rows are read again
    /// @param spoken a line as it is read aloud
    public TallList(String name, Function<R, ?> key, Function<R, Node> line, Function<R, String> spoken) {
        this.name = name;
        this.key = key;
        this.line = line;
        this.spoken = spoken;
        getStyleClass().addAll("tall-list", "focus-box");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(name);
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        chosen.addListener((source, before, now) -> mark());
    }

    /// The chosen line; null where there is none.
    public ObjectProperty<@Nullable R> chosen() {
        return chosen;
    }

    /// What Enter and a double click do with the chosen line.
    public TallList<R> opens(Runnable step) {
        open = step;
        return this;
    }

    /// Shows these rows. The chosen line stays the chosen one where it is still there; else the first is.
    public void show(List<R> now) {
        var before = chosen.get();
        rows.clear();
        rows.addAll(now);
        getChildren().setAll(rows.stream().map(this::node).toList());
        var again = before == null
                ? null
                : rows.stream().filter(row -> Objects.equals(key.apply(row), key.apply(before))).findFirst().orElse(null);
        chosen.set(again != null ? again : rows.isEmpty() ? null : rows.getFirst());
        mark();
    }

    private Node node(R row) {
        var node = line.apply(row);
        node.getStyleClass().add("tall-line");
        node.setAccessibleRole(AccessibleRole.LIST_ITEM);
        node.setAccessibleText(spoken.apply(row));
        node.setOnMouseClicked(event -> {
            requestFocus();
            chosen.set(row);
            if (event.getClickCount() == 2) open.run();
        });
        return node;
    }

    private void mark() {
        int at = rows.indexOf(chosen.get());
        for (int i = 0; i < getChildren().size(); i++) Nodes.state(getChildren().get(i), "chosen", i == at);
        var now = chosen.get();
        setAccessibleText(now == null ? name : name + ", " + (at + 1) + " of " + rows.size() + ": " + spoken.apply(now));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        int at = rows.indexOf(chosen.get());
        switch (event.getCode()) {
            case UP -> choose(at - 1);
            case DOWN -> choose(at + 1);
            case PAGE_UP -> choose(Math.max(0, at - 5));
            case PAGE_DOWN -> choose(Math.min(rows.size() - 1, at + 5));
            case HOME -> choose(0);
            case END -> choose(rows.size() - 1);
            case ENTER -> open.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int at) {
        if (at < 0 || at >= rows.size()) return;
        chosen.set(rows.get(at));
        Nodes.reveal(getChildren().get(at));
    }
}
