package fourfold.ui;

import fourfold.InlineWork;
import fourfold.ScriptedPrompts;
import fourfold.desk.Office;
import fourfold.ui.kit.Faults;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.Status;
import fourfold.ui.kit.Tools;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/// A real office at a desk for tests: work is done at once, dialogs are answered by a script, and a fault ends the test.
public final class TestDesk {

    private final Office office;
    private final ScriptedPrompts prompts = new ScriptedPrompts();
    private final Status status = new Status();
    private final InlineWork work = new InlineWork();
    private final Navigator go = new Navigator(new Place.Home());

    private record Loud() implements Faults {
        @Override
        public void show(Throwable fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void note(Throwable fault) {
            throw new AssertionError(fault);
        }
    }

    public TestDesk(Office office) {
        this.office = office;
    }

    /// What features are given, over a page of nothing.
    public Desktop desktop() {
        return desktop(new Sheets(new StackPane()));
    }

    private Desktop desktop(Sheets sheets) {
        return new Desktop(office, new Tools(work, new Loud(), status, prompts), go, sheets, (threat, action) -> {});
    }

    /// A screen with the sheets over it, as in the program.
    public Parent shown(Function<Desktop, Screen> screen) {
        return shown(screen, made -> {});
    }

    /// The same, with a step to take as soon as its window is there.
    public Parent shown(Function<Desktop, Screen> screen, Consumer<Screen> step) {
        return shown(this::desktop, screen, step);
    }

    /// A screen with its sheets over it. The step is taken once, in a window that is dressed, and the screen is left when
    /// its window closes, both as in the program.
    static Parent shown(Function<Sheets, Desktop> desk, Function<Desktop, Screen> screen, Consumer<Screen> step) {
        var under = new StackPane();
        var sheets = new Sheets(under);
        var made = screen.apply(desk.apply(sheets));
        under.getChildren().setAll(made.node());
        var window = sheets.sceneProperty().flatMap(Scene::windowProperty);
        var ran = new boolean[1];
        window.subscribe(now -> {
            if (now != null && !ran[0]) {
                ran[0] = true;
                step.accept(made);
            }
        });
        window.flatMap(Window::showingProperty).subscribe((before, now) -> {
            if (Boolean.TRUE.equals(before)) {
                made.leave().run();
            }
        });
        return sheets;
    }

    public ScriptedPrompts prompts() {
        return prompts;
    }

    public InlineWork work() {
        return work;
    }

    public Navigator go() {
        return go;
    }

    /// What the status line said last.
    public String said() {
        var message = status.message().get();
        return message == null ? "" : message.text();
    }

    /// Runs a command of the screen.
    ///
    /// @throws AssertionError when there is none of that id, or it cannot be run now
    public static void run(Screen screen, String command) {
        var found = screen.commands().stream()
                .filter(one -> one.id().equals(command))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no command " + command));
        var whyNot = found.run();
        if (!whyNot.isEmpty()) throw new AssertionError(command + ": " + whyNot);
    }
}
