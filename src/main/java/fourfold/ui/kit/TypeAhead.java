package fourfold.ui.kit;

import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;

/// Typing in a closed choice selects the first line that begins with what was typed within a second.
final class TypeAhead {

    private static final long PAUSE_NANOS = 1_000_000_000L;

    private String typed = "";
    private long last;

    <T> void on(ComboBox<T> box, Function<T, String> words) {
        box.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            var letter = event.getCharacter();
            if (letter.isEmpty() || letter.charAt(0) < ' ' || letter.charAt(0) == 127 || event.isShortcutDown()) {
                return;
            }
            long now = System.nanoTime();
            typed = (now - last > PAUSE_NANOS ? "" : typed) + letter.toLowerCase(Locale.UK);
            last = now;
            box.getItems().stream()
                    .filter(line -> words.apply(line).toLowerCase(Locale.UK).startsWith(typed))
                    .findFirst()
                    .ifPresent(box::setValue);
        });
    }
}
