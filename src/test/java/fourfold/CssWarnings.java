package fourfold;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;

/// Listens to what the style sheet reader complains about.
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

    /// What was complained about so far.
    public List<String> texts() {
        return List.copyOf(texts);
    }

    @Override
    public void close() {
        Shots.run(() -> CssParser.errorsProperty().removeListener(listener));
    }
}
