package fourfold.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Where side sheets open: over a page, one at a time. A sheet closed with something unsaved in it is kept and can be
/// opened again as it was.
public final class Sheets extends StackPane {

    private final Map<String, SideSheet> kept = new LinkedHashMap<>();
    private final ObservableList<SideSheet> unfinished = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable SideSheet> open = new ReadOnlyObjectWrapper<>(this, "open");
    private @Nullable Node before;
    private boolean barred;

    /// @param under the page below
    public Sheets(Node under) {
        getStyleClass().add("sheets");
        getChildren().add(under);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && open.get() != null) {
                close();
                event.consume();
            }
        });
    }

    /// Opens the sheet of that key: the kept one with what was typed in it, or a new one.
    public void open(String key, Supplier<SideSheet> make) {
        if (barred) {
            return;
        }
        var now = open.get();
        if (now != null && now.key().equals(key)) {
            focusIn(now);
            return;
        }
        close();
        var sheet = Optional.ofNullable(kept.remove(key)).orElseGet(make);
        unfinished.remove(sheet);
        before = getScene() == null ? null : getScene().getFocusOwner();
        sheet.onClose(this::close);
        StackPane.setAlignment(sheet, Pos.CENTER_RIGHT);
        getChildren().add(sheet);
        open.set(sheet);
        focusIn(sheet);
    }

    private static void focusIn(SideSheet sheet) {
        sheet.applyCss();
        sheet.getCenter().lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && !(node instanceof javafx.scene.control.ScrollPane))
                .filter(node -> isShown(node, sheet))
                .findFirst()
                .ifPresentOrElse(Node::requestFocus, sheet::requestFocus);
    }

    private static boolean isShown(Node node, Node upTo) {
        for (Node up = node; up != null && up != upTo; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Closes the open sheet, and keeps it when something in it is not saved.
    public void close() {
        var sheet = open.get();
        if (sheet == null) {
            return;
        }
        sheet.keep();
        if (sheet.hasUnsaved()) {
            kept.put(sheet.key(), sheet);
            unfinished.add(sheet);
        }
        remove(sheet);
    }

    /// Closes the open sheet for good: it is saved, or the person threw it away.
    public void finish() {
        var sheet = open.get();
        if (sheet != null) {
            remove(sheet);
        }
    }

    /// Ends this sheet for good, whether it is open or was closed meanwhile.
    public void finish(SideSheet sheet) {
        kept.remove(sheet.key(), sheet);
        unfinished.remove(sheet);
        if (open.get() == sheet) {
            remove(sheet);
        }
    }

    /// Forgets every sheet with whatever was typed in it, and opens none until somebody is let in: the vault is locked, and
    /// the next person at the window is another.
    public void forget() {
        close();
        kept.clear();
        unfinished.clear();
        barred = true;
    }

    /// Somebody was let in.
    public void allow() {
        barred = false;
    }

    private void remove(SideSheet sheet) {
        getChildren().remove(sheet);
        open.set(null);
        if (before != null && before.getScene() == getScene()) {
            before.requestFocus();
        }
        before = null;
    }

    /// The sheet that is open, or null.
    public ReadOnlyObjectProperty<@Nullable SideSheet> open() {
        return open.getReadOnlyProperty();
    }

    /// Sheets that were closed with something unsaved in them.
    public ObservableList<SideSheet> unfinished() {
        return FXCollections.unmodifiableObservableList(unfinished);
    }

    /// Opens a kept sheet again.
    public void reopen(SideSheet sheet) {
        open(sheet.key(), () -> sheet);
    }
}
