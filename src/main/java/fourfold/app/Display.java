package fourfold.app;

import java.util.Locale;
import java.util.Map;

/// Whether there is a screen to open a window on.
final class Display {

    private Display() {}

    /// Whether there is one. Windows and macOS always have one; elsewhere the environment says where it is.
    static boolean isThere(Map<String, String> environment, String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("windows") || name.contains("mac")) return true;
        return !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    /// The beginning of the sentence for a display that is named and cannot be used.
    ///
    /// @param said JavaFX says it thus when the display is not there, or the system lacks the libraries of a desktop
    static String unusable(UnsupportedOperationException said) {
        return "The display cannot be used (" + said.getMessage() + ")";
    }

    /// Lets the toolkit draw without one. Before the toolkit starts.
    static void doWithout() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }
}
