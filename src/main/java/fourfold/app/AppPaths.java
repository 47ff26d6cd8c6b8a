package fourfold.app;

import java.nio.file.Path;
import java.util.Map;

/// Where the program keeps its own files on this computer.
final class AppPaths {

    private AppPaths() {}

    /// The folder of the preferences, as each operating system has it.
    static Path settings(Map<String, String> environment, String home) {
        var windows = environment.get("LOCALAPPDATA");
        if (windows != null) return Path.of(windows, "Fourfold");
        var linux = environment.get("XDG_CONFIG_HOME");
        return (linux == null || linux.isBlank() ? Path.of(home, ".config") : Path.of(linux)).resolve("fourfold");
    }

    /// The folder of the demonstration vault.
    static Path demo(Map<String, String> environment, String home) {
        var windows = environment.get("LOCALAPPDATA");
        if (windows != null) return Path.of(windows, "Fourfold", "demo");
        var linux = environment.get("XDG_DATA_HOME");
        return (linux == null || linux.isBlank() ? Path.of(home, ".local", "share") : Path.of(linux))
                .resolve("fourfold")
                .resolve("demo");
    }
}
