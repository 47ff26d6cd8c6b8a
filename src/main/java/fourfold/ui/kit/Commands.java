package fourfold.ui.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All commands that can be given now: those of the whole program and those of the place the person is at. Feeds the
/// palette, the shortcut sheet and the keyboard.
public final class Commands {

    private final List<Command> everywhere = new ArrayList<>();
    private final ObservableList<Command> all = FXCollections.observableArrayList();

    /// Sets the commands of the whole program, and leaves the place.
    ///
    /// @throws IllegalArgumentException when two share keys: that is a slip of ours, and it names both
    public void everywhere(Collection<Command> commands) {
        everywhere.clear();
        everywhere.addAll(commands);
        refuseClashes(everywhere);
        all.setAll(everywhere);
    }

    /// Replaces the commands of the place by those of the one just entered.
    ///
    /// @throws IllegalArgumentException when two share keys
    public void enter(Collection<Command> ofPlace) {
        var now = new ArrayList<>(ofPlace);
        now.addAll(everywhere);
        refuseClashes(now);
        all.setAll(now);
    }

    /// The commands of the place first, then those of the program.
    public ObservableList<Command> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /// The command on these keys.
    public Optional<Command> on(String keys) {
        return all.stream()
                .filter(command -> !command.keys().isEmpty() && same(command.keys()).equals(same(keys)))
                .findFirst();
    }

    /// The command of this id.
    public Optional<Command> named(String id) {
        return all.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /// Says in a sentence each which commands share keys.
    public static List<String> clashes(Collection<Command> commands) {
        Map<String, Command> taken = new HashMap<>();
        var clashes = new ArrayList<String>();
        for (var command : commands) {
            if (command.keys().isEmpty()) {
                continue;
            }
            var other = taken.putIfAbsent(same(command.keys()), command);
            if (other != null && other != command) {
                clashes.add("%s is taken by \"%s\" and by \"%s\".".formatted(command.keys(), other.text(), command.text()));
            }
        }
        return clashes;
    }

    private static void refuseClashes(Collection<Command> commands) {
        var clashes = clashes(commands);
        if (!clashes.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", clashes));
        }
    }

    /// Keys in one spelling: modifiers in order of the alphabet, then the key, all in capitals.
    static String same(String keys) {
        var parts = keys.toUpperCase(Locale.ROOT).split("\\+(?!$)", -1);
        var modifiers = new TreeSet<String>();
        for (int i = 0; i < parts.length - 1; i++) {
            modifiers.add(parts[i]);
        }
        return String.join("+", modifiers) + "+" + parts[parts.length - 1];
    }
}
