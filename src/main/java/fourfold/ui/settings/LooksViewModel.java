package fourfold.ui.settings;

import fourfold.ui.kit.Input;
import fourfold.ui.kit.TextSize;
import java.util.List;

/// Theme and text size. They belong to this computer and count at once.
public final class LooksViewModel {

    /// The two themes.
    enum Theme {
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
    final Input<Theme> theme = Input.<Theme>of("theme", "Theme").required();
    final Input<Integer> size = Input.<Integer>of("size", "Text size").required();

    LooksViewModel(Appearance appearance) {
        appearance.dark().subscribe(dark -> theme.set(dark ? Theme.DARK : Theme.LIGHT));
        appearance.percent().subscribe(percent -> size.set(percent.intValue()));
        theme.value().addListener((source, before, now) -> {
            if (now != null) appearance.dark().set(now == Theme.DARK);
        });
        size.value().addListener((source, before, now) -> {
            if (now != null) appearance.percent().set(now);
        });
    }
}
