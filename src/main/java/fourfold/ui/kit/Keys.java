package fourfold.ui.kit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Key combinations between the words of a [Command] ("Ctrl+Shift+D") and what a keyboard sends.
public final class Keys {

    private static final Map<String, KeyCode> NAMED = Map.ofEntries(
            Map.entry("/", KeyCode.SLASH),
            Map.entry("+", KeyCode.PLUS),
            Map.entry("-", KeyCode.MINUS),
            Map.entry("LEFT", KeyCode.LEFT),
            Map.entry("RIGHT", KeyCode.RIGHT),
            Map.entry("UP", KeyCode.UP),
            Map.entry("DOWN", KeyCode.DOWN),
            Map.entry("ENTER", KeyCode.ENTER),
            Map.entry("DEL", KeyCode.DELETE),
            Map.entry("ESC", KeyCode.ESCAPE));

    private Keys() {}

    /// Whether the event is a press of these keys and nothing else.
    public static boolean match(String keys, KeyEvent event) {
        if (keys.isEmpty()) {
            return false;
        }
        var parts = Commands.same(keys).split("\\+(?!$)", -1);
        var wanted = parts[parts.length - 1];
        boolean control = false;
        boolean shift = false;
        boolean alt = false;
        for (int i = 0; i < parts.length - 1; i++) {
            control |= parts[i].equals("CTRL");
            shift |= parts[i].equals("SHIFT");
            alt |= parts[i].equals("ALT");
        }
        boolean shiftMatches = shift == event.isShiftDown() || wanted.equals("+") || wanted.equals("/");
        return control == event.isShortcutDown()
                && alt == event.isAltDown()
                && shiftMatches
                && code(wanted).map(code -> sameKey(code, event.getCode())).orElse(false);
    }

    /// The key of that name. Digits and letters go by themselves.
    static Optional<KeyCode> code(String name) {
        var named = NAMED.get(name.toUpperCase(Locale.ROOT));
        return named == null ? Optional.ofNullable(KeyCode.getKeyCode(name)) : Optional.of(named);
    }

    private static boolean sameKey(KeyCode wanted, KeyCode pressed) {
        return wanted == pressed
                || wanted == KeyCode.PLUS && (pressed == KeyCode.EQUALS || pressed == KeyCode.ADD)
                || wanted == KeyCode.MINUS && pressed == KeyCode.SUBTRACT
                || wanted == KeyCode.SLASH && pressed == KeyCode.DIVIDE
                || wanted.isDigitKey() && pressed.isDigitKey() && wanted.getName().equals(lastCharacter(pressed));
    }

    private static String lastCharacter(KeyCode code) {
        return code.getName().substring(code.getName().length() - 1);
    }
}
