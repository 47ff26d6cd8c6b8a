package fourfold.app;

import fourfold.desk.LobbyAhead;
import fourfold.desk.VaultDesk;
import fourfold.ui.shell.Look;
import fourfold.ui.vault.Door;
import fourfold.vault.LocalDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The window, from its opening to its closing.
final class WindowProgram {

    private static final String TITLE = "Fourfold";

    /// With this value of the system property `fourfold.startup`, the window says on standard output that it is shown, and
    /// closes: for measuring the start.
    static final String REPORT = "report";

    static final String STARTUP = "fourfold.startup";

    private final CompletableFuture<Needed> needed;

    /// What the window is opened with.
    private record Needed(VaultDesk desk, Preferences preferences, Door.Recent recent, LobbyAhead ahead) {}

    /// Gets ready what the window is opened with, on threads of their own: starting the toolkit keeps the one that asks for it
    /// busy for a tenth of a second.
    ///
    /// @param desk makes the counter for vaults
    /// @param vaults the vaults to offer, the first to be unlocked; empty for those opened lately
    WindowProgram(Supplier<VaultDesk> desk, Path settings, List<Path> vaults) {
        needed = CompletableFuture.supplyAsync(() -> ready(desk.get(), settings, vaults), WindowProgram::beside);
    }

    private static Needed ready(VaultDesk desk, Path settings, List<Path> vaults) {
        var preferences = Preferences.read(new LocalDisk(), settings.resolve("settings.json"));
        var recent = vaults.isEmpty() ? preferences : new Offered(vaults);
        var ahead = recent.all().stream().findFirst()
                .map(vault -> LobbyAhead.to(vault, desk, WindowProgram::beside))
                .orElseGet(LobbyAhead::nobody);
        return new Needed(desk, preferences, recent, ahead);
    }

    private static void beside(Runnable work) {
        Thread.ofPlatform().daemon().name("fourfold-ahead").start(work);
    }

    /// Shows the window until it is closed.
    ///
    /// @param letIn who is let in at once with the hint's passphrase; empty for nobody
    int show(Door.Hint hint, String letIn) throws InterruptedException {
        begin(hint, letIn).await();
        // not before the window has gone: it still asks the toolkit to take it away
        Platform.runLater(Platform::exit);
        return 0;
    }

    /// Starts the toolkit and opens the window.
    ///
    /// @return counted down when the window has been closed
    CountDownLatch begin(Door.Hint hint, String letIn) {
        var ended = new CountDownLatch(1);
        try {
            Platform.startup(() -> open(hint, letIn, ended::countDown));
        } catch (UnsupportedOperationException noToolkit) {
            needed().ahead().close();
            throw noToolkit;
        }
        // where this fails no window opens, and nobody would wait for its end
        needed();
        return ended;
    }

    /// @throws RuntimeException what went wrong while it was made, as itself, so that its code is the same on every desk
    private Needed needed() {
        try {
            return needed.join();
        } catch (CompletionException wrapped) {
            switch (wrapped.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw wrapped;
            }
        }
    }

    /// Opens the window; on the UI thread.
    Startup open(Door.Hint hint, String letIn, Runnable ended) {
        var ready = needed();
        var preferences = ready.preferences();
        Look.wear(preferences.dark());
        var stage = new Stage();
        var startup = new Startup(ready.desk(), ready.ahead(), ready.recent(), hint);
        startup.look().dark().set(preferences.dark());
        startup.look().percent().set(preferences.percent());
        startup.look().follow(Platform.getPreferences().colorSchemeProperty().map(ColorScheme.DARK::equals));
        startup.look().asSystem().set(preferences.asSystem());
        var scene = new Scene(startup.shell(), preferences.width(), preferences.height());
        startup.look().dress(scene);
        scene.addEventFilter(InputEvent.ANY, event -> startup.touched());
        stage.setScene(scene);
        stage.setTitle(TITLE);
        stage.setMaximized(preferences.maximised());
        stage.setMinWidth(800);
        stage.setMinHeight(560);
        var watch = new Timeline(new KeyFrame(Duration.seconds(1), tick -> {
            if (startup.isIdle()) startup.lockNow();
        }));
        watch.setCycleCount(Timeline.INDEFINITE);
        watch.play();
        stage.setOnHidden(hidden -> {
            watch.stop();
            preferences.left(
                    new Preferences.Theme(startup.look().dark().get(), startup.look().asSystem().get()),
                    startup.look().percent().get(),
                    stage.isMaximized(),
                    scene.getWidth(),
                    scene.getHeight());
            startup.close();
            ended.run();
        });
        if (REPORT.equals(System.getProperty(STARTUP)))
            report(startup, stage, scene);
        stage.show();
        if (!letIn.isEmpty())
            startup.door()
                    .letIn(letIn, hint.passphrase().toCharArray())
                    .either(startup.door()::enter, problem -> startup.say(problem.sentence()));
        return startup;
    }

    /// Says that the window is shown once its first screen holds what it had to ask for and has been laid out, and closes
    /// it.
    private static void report(Startup startup, Stage stage, Scene scene) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                if (!startup.isQuiet()) {
                    Platform.requestNextPulse();
                    return;
                }
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(() -> {
                    System.out.println("shown");
                    stage.hide();
                });
            }
        });
    }

    /// A fixed choice of vaults, which this computer need not remember.
    record Offered(List<Path> all) implements Door.Recent {
        @Override
        public void opened(Path folder) {}
    }
}
