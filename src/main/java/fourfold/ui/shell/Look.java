package fourfold.ui.shell;

import fourfold.ui.kit.TextSize;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.application.Application;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/// How the program looks: light or dark, and how large its text is. Every scene of the program is dressed by it.
public final class Look {

    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty asSystem = new SimpleBooleanProperty(this, "asSystem");
    private final IntegerProperty percent = new SimpleIntegerProperty(this, "percent", 100);

    /// Whether the dark theme is on.
    public BooleanProperty dark() {
        return dark;
    }

    /// Whether the theme is that of the computer, now and whenever that changes. Only once [#follow] was told it.
    public BooleanProperty asSystem() {
        return asSystem;
    }

    /// Tells whether the computer's own theme is the dark one.
    public void follow(ObservableValue<Boolean> systemIsDark) {
        Runnable take = () -> {
            if (asSystem.get()) {
                dark.set(systemIsDark.getValue());
            }
        };
        systemIsDark.subscribe(now -> take.run());
        asSystem.subscribe(now -> take.run());
    }

    /// Switches to the other theme, which then stays whatever the computer's is.
    public void switchTheme() {
        asSystem.set(false);
        dark.set(!dark.get());
    }

    /// The text size in percent, one of [TextSize#STEPS].
    public IntegerProperty percent() {
        return percent;
    }

    /// Makes the text larger by one step.
    public void larger() {
        percent.set(TextSize.larger(percent.get()));
    }

    /// Makes the text smaller by one step.
    public void smaller() {
        percent.set(TextSize.smaller(percent.get()));
    }

    /// Gives a scene the theme and the text size, now and whenever they change.
    public void dress(Scene scene) {
        dark.subscribe(now -> {
            wear(now);
            scene.getStylesheets().setAll(sheets(now));
        });
        percent.subscribe(now -> TextSize.apply(scene, now.intValue()));
        scene.rootProperty().addListener((source, before, now) -> TextSize.apply(scene, percent.get()));
    }

    /// Puts the theme on the program. Done before the first control is made, it spares JavaFX its own theme.
    public static void wear(boolean dark) {
        Application.setUserAgentStylesheet(sheet(dark ? "theme-dark.css" : "theme-light.css"));
    }

    private static List<String> sheets(boolean dark) {
        return List.of(sheet(dark ? "tokens-dark.css" : "tokens-light.css"), sheet("base.css"));
    }

    static String sheet(String name) {
        return Objects.requireNonNull(Look.class.getResource("/fourfold/ui/" + name), name).toExternalForm();
    }
}
