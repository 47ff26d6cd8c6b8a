package fourfold.ui.shell;

import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;

/// Turns a place into its screen: the one place in the program that makes view-models, in an exhaustive `switch`.
public interface Screens {

    /// The screen of a place, made anew for each visit.
    Screen at(Place place);

    /// Whether the place is shown outside the vault, with nothing of it around.
    default boolean isOutside(Place place) {
        return place.isOutside();
    }
}
