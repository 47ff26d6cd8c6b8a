package fourfold.app;

import fourfold.desk.Office;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.Tools;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.util.List;

/// Everything that lives between unlocking and locking: the desks, what features are given, and their screens.
final class Workspace {

    private final Office office;
    private final Desktop desktop;

    Workspace(Office office, Tools tools, Navigator navigator, Sheets sheets) {
        this.office = office;
        this.desktop = new Desktop(office, tools, navigator, sheets, (threat, action) -> {});
    }

    Office office() {
        return office;
    }

    Screen screen(Place place) {
        return switch (place) {
            default -> throw new IllegalStateException("no screen for " + place.getClass().getSimpleName());
        };
    }

    List<Command> commands() {
        return List.of();
    }
}
