package fourfold.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// One thing a person can do. The same object feeds the button, the menu, the palette and the shortcut sheet, so that
/// they never disagree about its words, its keys or whether it can be done.
public final class Command {

    private final String id;
    private final String text;
    private final String keys;
    private final String icon;
    private final ObservableValue<String> whyNot;
    private final Runnable run;

    /// @param id what settings call it, as in "plan.submit"
    /// @param text a verb and its object, as on a button
    /// @param keys as in "Ctrl+Shift+D", or empty
    /// @param icon an Ikonli code as in "fth-plus", or empty
    /// @param whyNot empty while it can be done, else the reason why not
    public Command(
            String id, String text, String keys, String icon, ObservableValue<String> whyNot, Runnable run) {
        this.id = id;
        this.text = text;
        this.keys = keys;
        this.icon = icon;
        this.whyNot = whyNot;
        this.run = run;
    }

    /// A command that can always be done and has no keys.
    public static Command of(String id, String text, Runnable run) {
        return new Command(id, text, "", "", always(), run);
    }

    /// The same command with keys, as in "Ctrl+Shift+D", "Alt+Left" or "F5".
    public Command on(String combination) {
        return new Command(id, text, combination, icon, whyNot, run);
    }

    /// The same command with an icon.
    public Command icon(String code) {
        return new Command(id, text, keys, code, whyNot, run);
    }

    /// The same command, possible only while `reason` is empty, and whatever it asked for before.
    public Command unless(ObservableValue<String> reason) {
        var both = Bindings.createStringBinding(
                () -> whyNot.getValue().isEmpty() ? reason.getValue() : whyNot.getValue(), whyNot, reason);
        return new Command(id, text, keys, icon, both, run);
    }

    /// The same command, possible only while `possible` is true, with the reason to give when it is not.
    public Command when(ObservableValue<Boolean> possible, String otherwise) {
        return unless(possible.map(yes -> yes ? "" : otherwise).orElse(otherwise));
    }

    static ObservableValue<String> always() {
        return new ReadOnlyStringWrapper("").getReadOnlyProperty();
    }

    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    /// As in "Ctrl+Shift+D", or empty.
    public String keys() {
        return keys;
    }

    /// As in "fth-plus", or empty.
    public String icon() {
        return icon;
    }

    /// Empty while it can be done, else one sentence why not.
    public ObservableValue<String> whyNot() {
        return whyNot;
    }

    /// Whether it can be done now.
    public boolean possible() {
        return whyNot.getValue().isEmpty();
    }

    /// Does it, if it can be done now.
    ///
    /// @return empty when it was done, else the reason why not
    public String run() {
        var reason = whyNot.getValue();
        if (reason.isEmpty()) {
            run.run();
        }
        return reason;
    }

    @Override
    public String toString() {
        return id;
    }
}
