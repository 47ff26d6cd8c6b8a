package fourfold.app;

import fourfold.core.kernel.Json;
import fourfold.ui.vault.Door;
import fourfold.vault.Disk;
import fourfold.vault.StrictJson;
import fourfold.vault.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What this computer remembers for the person between starts: theme, text size, window, and which vaults were opened. It
/// holds nothing of any vault but its folder.
final class Preferences implements Door.Recent {

    private static final int MOST_VAULTS = 8;
    private static final int LONGEST = 64_000;

    private final Disk disk;
    private final Path file;
    private boolean dark;
    private boolean asSystem = true;
    private int percent = 100;
    private boolean maximised;
    private long width = 1280;
    private long height = 800;
    private final List<Path> vaults = new ArrayList<>();

    private Preferences(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    /// The preferences in that file; the usual ones where it is missing or cannot be understood.
    static Preferences read(Disk disk, Path file) {
        var preferences = new Preferences(disk, file);
        try {
            if (disk.exists(file)) preferences.take(StrictJson.read(disk.read(file, LONGEST)).members());
        } catch (IOException | Unreadable | IllegalArgumentException damaged) {
            // losing a theme and a window size is no reason to keep anybody from the vault
            return new Preferences(disk, file);
        }
        return preferences;
    }

    private void take(Json.Members members) {
        dark = isOn(members.get("dark"));
        asSystem = isOn(members.get("asSystem"));
        percent = Math.toIntExact(members.get("percent").whole());
        maximised = isOn(members.get("maximised"));
        width = members.get("width").whole();
        height = members.get("height").whole();
        for (var vault : members.get("vaults").items()) vaults.add(Path.of(vault.text()));
    }

    private static boolean isOn(Json value) {
        return value instanceof Json.Flag(boolean on) && on;
    }

    private void write() {
        var members = Json.of(Map.of(
                "dark", Json.of(dark),
                "asSystem", Json.of(asSystem),
                "percent", Json.of(percent),
                "maximised", Json.of(maximised),
                "width", Json.of(width),
                "height", Json.of(height),
                "vaults", Json.texts(vaults.stream().map(Path::toString).toList())));
        try {
            disk.makeFolder(java.util.Objects.requireNonNull(file.getParent()));
            disk.replace(file, members.canonical());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<Path> all() {
        return List.copyOf(vaults);
    }

    @Override
    public void opened(Path folder) {
        vaults.remove(folder);
        vaults.addFirst(folder);
        while (vaults.size() > MOST_VAULTS) vaults.removeLast();
        write();
    }

    boolean dark() {
        return dark;
    }

    /// Whether the theme is the computer's own, as it is until the person chooses one.
    boolean asSystem() {
        return asSystem;
    }

    int percent() {
        return percent;
    }

    boolean maximised() {
        return maximised;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /// Which theme was on.
    record Theme(boolean dark, boolean asSystem) {}

    /// Remembers how the program looked when it was left.
    ///
    /// @param theme whether it is the dark one, and whether it follows the computer's
    void left(Theme theme, int textPercent, boolean isMaximised, double windowWidth, double windowHeight) {
        dark = theme.dark();
        asSystem = theme.asSystem();
        percent = textPercent;
        maximised = isMaximised;
        if (!isMaximised) {
            width = Math.round(windowWidth);
            height = Math.round(windowHeight);
        }
        write();
    }
}
