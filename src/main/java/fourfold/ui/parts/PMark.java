package fourfold.ui.parts;

import fourfold.core.kernel.P;
import java.util.Locale;
import javafx.scene.control.Label;

/// The mark of one of the four Ps: its colour and its two letters, so that it can be told without colours.
public final class PMark extends Label {

    public PMark(P p) {
        super(letters(p));
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("p-mark", style(p));
        setAccessibleText(p.label());
    }

    /// Two letters that differ from P to P: Pu, Pv, Pt, Pp.
    public static String letters(P p) {
        return switch (p) {
            case PURSUE -> "Pu";
            case PREVENT -> "Pv";
            case PROTECT -> "Pt";
            case PREPARE -> "Pp";
        };
    }

    /// The style class of its colour.
    public static String style(P p) {
        return "p-" + p.name().toLowerCase(Locale.ROOT);
    }
}
