package fourfold;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;

/// Listens to what JavaFX complains about in style sheets, when it reads them and when it works a style out.
public final class CssWarnings implements AutoCloseable {

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final ListChangeListener<CssParser.ParseError> listener = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(error -> texts.add("CSS: " + error.getMessage()));
        }
    };

    public CssWarnings() {
        Shots.run(() -> CssParser.errorsProperty().addListener(listener));
    }

    /// What was complained about so far, each complaint once.
    public List<String> texts() {
        return texts.stream().distinct().toList();
    }

    @Override
    public void close() {
        Shots.run(() -> CssParser.errorsProperty().removeListener(listener));
    }
}
