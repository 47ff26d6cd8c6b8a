package fourfold.ui.settings;

import fourfold.ui.kit.Input;
import fourfold.ui.kit.TextSize;
import java.util.List;

/// Theme and text size. They belong to this computer and count at once.
public final class LooksViewModel {

    /// The two themes, and the one that the computer has.
    enum Theme {
        SYSTEM("As the computer"),
        LIGHT("Light"),
        DARK("Dark");

        private final String label;

        Theme(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    final List<Integer> sizes = TextSize.STEPS;
    final Input<Theme> theme = Input.of("theme", "Theme");
    final Input<Integer> size = Input.<Integer>of("size", "Text size").required();

    LooksViewModel(Appearance appearance) {
        Runnable show = () -> theme.set(
                appearance.asSystem().get() ? Theme.SYSTEM : appearance.dark().get() ? Theme.DARK : Theme.LIGHT);
        appearance.dark().subscribe(dark -> show.run());
        appearance.asSystem().subscribe(same -> show.run());
        appearance.percent().subscribe(percent -> size.set(percent.intValue()));
        theme.value().addListener((source, before, now) -> {
            if (now == null) return;
            appearance.asSystem().set(now == Theme.SYSTEM);
            if (now != Theme.SYSTEM) appearance.dark().set(now == Theme.DARK);
        });
        size.value().addListener((source, before, now) -> {
            if (now != null) appearance.percent().set(now);
        });
    }
}
