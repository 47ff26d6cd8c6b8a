package fourfold.ui.kit;

import fourfold.core.kernel.Type;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Controls for typed text.
final class TextInputs {

    private TextInputs() {}

    static Node line(Input<String> input) {
        return follow(new TextField(), input);
    }

    static Node secret(Input<String> input) {
        return follow(new PasswordField(), input);
    }

    static Node area(Input<String> input, int lines) {
        var area = follow(new TextArea(), input);
        area.setWrapText(true);
        area.setPrefRowCount(lines);
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> tab(area, event));
        return area;
    }

    /// A text area takes Tab for itself, which locks people in who have no mouse: here Tab leaves and Ctrl+Tab writes.
    private static void tab(TextArea area, KeyEvent event) {
        if (event.getCode() != KeyCode.TAB) {
            return;
        }
        event.consume();
        if (event.isControlDown()) {
            area.replaceSelection("\t");
        } else {
            area.requestFocusTraversal(
                    event.isShiftDown() ? javafx.scene.TraversalDirection.PREVIOUS : javafx.scene.TraversalDirection.NEXT);
        }
    }

    private static <C extends TextInputControl> C follow(C control, Input<String> input) {
        control.setText(input.get());
        control.textProperty().addListener((source, before, now) -> input.set(now == null ? "" : now));
        input.value().addListener((source, before, now) -> {
            var text = now == null ? "" : now;
            if (!text.equals(control.getText())) {
                control.setText(text);
            }
        });
        return control;
    }

    static Node number(Input<Long> input) {
        var field = new TextField();
        field.getStyleClass().add("number");
        read(field, input, TextInputs::whole, number -> Long.toString(number));
        return field;
    }

    private static @Nullable Long whole(String text) {
        var plain = text.strip().replace(",", "").replace(" ", "");
        try {
            return plain.isEmpty() ? null : Long.valueOf(plain);
        } catch (NumberFormatException unread) {
            throw new IllegalArgumentException("\"" + text.strip() + "\" is not a whole number", unread);
        }
    }

    static Node money(Input<BigDecimal> input) {
        var field = new TextField();
        field.getStyleClass().add("number");
        field.setPromptText("£");
        read(field, input, TextInputs::pounds, amount -> String.format(Locale.UK, "£%,.2f", amount));
        return field;
    }

    private static @Nullable BigDecimal pounds(String text) {
        return text.isBlank() ? null : Type.money().parse(text);
    }

    /// Reads what is typed when the field is left and on Enter, and writes it back in its usual form.
    static <T> void read(TextField field, Input<T> input, Function<String, @Nullable T> reader, Function<T, String> writer) {
        var now = input.get();
        field.setText(now == null ? "" : writer.apply(now));
        Runnable reading = () -> {
            try {
                input.set(reader.apply(field.getText()));
                input.unread().set("");
                var value = input.get();
                field.setText(value == null ? "" : writer.apply(value));
            } catch (IllegalArgumentException unread) {
                input.set(null);
                input.unread().set(unread.getMessage() + ".");
            }
        };
        field.textProperty().addListener((source, before, typed) -> {
            if (field.isFocused()) {
                quietly(input, reader, typed);
            }
        });
        input.readBy(() -> {
            if (field.isFocused()) reading.run();
        });
        field.setOnAction(event -> reading.run());
        field.focusedProperty().addListener((source, before, focused) -> {
            if (!focused) {
                reading.run();
            }
        });
        input.value().addListener((source, before, value) -> {
            if (!field.isFocused()) {
                field.setText(value == null ? "" : writer.apply(value));
            }
        });
    }

    /// While typing, what can be read already counts, so that Ctrl+S right after the last key saves it. What cannot be
    /// read is remembered as unread, but the form says so only when the field is left.
    private static <T> void quietly(Input<T> input, Function<String, @Nullable T> reader, String typed) {
        try {
            input.set(reader.apply(typed));
            input.unread().set("");
        } catch (IllegalArgumentException unread) {
            input.set(null);
        }
    }
}
