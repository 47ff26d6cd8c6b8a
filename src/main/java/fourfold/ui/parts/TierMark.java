package fourfold.ui.parts;

import javafx.scene.control.Label;

/// The tier of a threat, as given nationally or suggested here.
public final class TierMark extends Label {

    /// @param tier as in "Tier 2", or empty when there is none
    /// @param national whether it is the national result
    public TierMark(String tier, boolean national) {
        super(tier.isBlank() ? "No tier" : national ? tier : tier + ", local");
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("badge", tier.isBlank() || !national ? "quiet" : "tier");
    }
}
