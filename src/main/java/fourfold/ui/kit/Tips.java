package fourfold.ui.kit;

import java.util.function.Supplier;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/// Tooltips that are made when somebody points at what they explain: each is a window with a scene of its own, and most are
/// never seen.
public final class Tips {

    private Tips() {}

    /// Gives a control a tooltip.
    public static void on(Control control, String words) {
        on(control, () -> words);
    }

    /// Gives a control a tooltip whose words are those that it has when it is made.
    static void on(Control control, Supplier<String> words) {
        control.hoverProperty().subscribe(over -> {
            if (over) of(control, words);
        });
    }

    /// The tooltip of a control, made now unless it is there.
    static Tooltip of(Control control, Supplier<String> words) {
        var tip = control.getTooltip();
        if (tip == null) {
            tip = new Tooltip(words.get());
            control.setTooltip(tip);
        }
        return tip;
    }
}
