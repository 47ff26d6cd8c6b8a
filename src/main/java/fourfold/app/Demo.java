package fourfold.app;

import fourfold.cli.Demonstration;
import fourfold.core.kernel.Outcome;
import fourfold.desk.DemoDesk;
import fourfold.desk.VaultDesk;
import fourfold.extract.ReferenceTables;
import fourfold.ui.vault.Door;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The demonstration: a vault with the invented example region, and the window signed in as an example LRO; where there is
/// no display, the same job as a tour.
final class Demo implements Demonstration {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Map<String, String> environment;
    private final String home;

    Demo(Map<String, String> environment, String home) {
        this.environment = environment;
        this.home = home;
    }

    @Override
    public int run(Wish wish, PrintStream out, PrintStream err) {
        var folder = wish.vault().orElseGet(() -> AppPaths.demo(environment, home).resolve("vault")).toAbsolutePath();
        var desk = new DemoDesk(ReferenceTables.read());
        err.println("Making the demonstration vault in " + folder + ".");
        return switch (desk.prepare(folder, wish.scale(), (done, total) -> true)) {
            case Outcome.Refused<DemoDesk.Demo>(var problem) -> {
                err.println(problem.sentence());
                yield 1;
            }
            case Outcome.Done<DemoDesk.Demo>(var demo) -> show(desk, demo, wish.tour(), out, err);
        };
    }

    private int show(DemoDesk desk, DemoDesk.Demo demo, boolean tour, PrintStream out, PrintStream err) {
        boolean display = Display.isThere(environment, System.getProperty("os.name", ""));
        if (!display && !tour) err.println("There is no display here, so the same job runs as a tour without a window.");
        try {
            if (!tour && display)
                return new WindowProgram(
                                () -> new VaultDesk(desk.surroundings()), AppPaths.settings(environment, home), List.of(demo.folder()))
                        .show(hint(demo), demo.lro());
            return tour(desk, demo, out, display);
        } catch (UnsupportedOperationException noToolkit) {
            err.println(Display.unusable(noToolkit) + "; where none is set, the demonstration is a tour without a window.");
            return 1;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    static Door.Hint hint(DemoDesk.Demo demo) {
        return new Door.Hint(
                "A demonstration with invented data. Everybody's passphrase is: " + DemoDesk.PASSPHRASE,
                demo.lro(),
                DemoDesk.PASSPHRASE);
    }

    private static int tour(DemoDesk desk, DemoDesk.Demo demo, PrintStream out, boolean display)
            throws InterruptedException {
        if (!display) Display.doWithout();
        return tour(desk, demo, out, Platform::startup);
    }

    /// Goes the tour.
    ///
    /// @param screen runs a step on the UI thread, starting the toolkit where it does not run yet
    static int tour(DemoDesk desk, DemoDesk.Demo demo, PrintStream out, Consumer<Runnable> screen)
            throws InterruptedException {
        var pictures = java.util.Objects.requireNonNull(demo.folder().getParent());
        var ready = new CountDownLatch(1);
        var made = new AtomicReference<@Nullable Startup>();
        var scene = new AtomicReference<@Nullable Scene>();
        screen.accept(() -> {
            var startup = new Startup(new VaultDesk(desk.surroundings()), new WindowProgram.Offered(List.of(demo.folder())), hint(demo));
            var stage = new Stage();
            var shown = new Scene(startup.shell(), WIDTH, HEIGHT);
            startup.look().dress(shown);
            stage.setScene(shown);
            stage.show();
            made.set(startup);
            scene.set(shown);
            ready.countDown();
        });
        ready.await();
        var startup = java.util.Objects.requireNonNull(made.get());
        try {
            new Tour(startup, java.util.Objects.requireNonNull(scene.get()), demo, pictures, out).go();
            return 0;
        } finally {
            var closed = new CountDownLatch(1);
            Platform.runLater(() -> {
                startup.close();
                closed.countDown();
            });
            closed.await();
            Platform.exit();
        }
    }
}
