package fourfold.app;

import fourfold.core.kernel.Json;
import fourfold.core.plan.Plan;
import fourfold.core.kernel.Id;
import fourfold.desk.Surroundings;
import fourfold.desk.VaultDesk;
import fourfold.extract.ReferenceTables;
import fourfold.ui.place.Place;
import fourfold.ui.vault.Door;
import fourfold.vault.Derivation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Runs the program's window for the benchmarks and says on standard output what took how many nanoseconds.
public final class WindowRun {

    private static final int VISITS = 60;

    /// Nobody presses the next key before what was asked for is on the screen: it is painted after it was laid out.
    private static final int UNTIL_SEEN_MILLIS = 100;

    private final Startup startup;
    private final Scene scene;

    private WindowRun(Startup startup, Scene scene) {
        this.startup = startup;
        this.scene = scene;
    }

    /// @param arguments what to measure, the vault's folder, who, and the passphrase of a vault of invented data
    public static void main(String... arguments) throws Exception {
        var vault = Path.of(arguments[1]);
        var window = onScreen(() -> window(vault));
        window.until(() -> true);
        if (arguments[0].equals("derive"))
            System.out.println("derivation " + Derivation.time(vault, arguments[2]));
        else window.list(arguments[2], arguments[3]);
        if (arguments[0].equals("screens")) window.screens();
        else System.out.println("peak " + peak());
        onScreen(() -> {
            window.startup.close();
            return true;
        });
        System.exit(0);
    }

    private static WindowRun window(Path vault) {
        var startup = new Startup(
                new VaultDesk(Surroundings.usual(ReferenceTables.whenAsked())), new WindowProgram.Offered(List.of(vault)), Door.Hint.NONE);
        var scene = new Scene(startup.shell(), 1440, 900);
        startup.look().dress(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return new WindowRun(startup, scene);
    }

    private void list(String user, String passphrase) throws Exception {
        long before = System.nanoTime();
        var office = startup.door().letIn(user, passphrase.toCharArray()).orThrow();
        onScreen(() -> {
            startup.door().enter(office);
            startup.navigator().go(new Place.Threats(""));
            return true;
        });
        until(() -> table() != null && !table().getItems().isEmpty());
        System.out.println("usable " + (System.nanoTime() - before));
    }

    private @Nullable TableView<?> table() {
        return scene.getRoot().lookup(".table-view") instanceof TableView<?> table ? table : null;
    }

    private void screens() throws Exception {
        until(startup::isQuiet);
        var open = startup.workspace();
        if (open == null) throw new IllegalStateException("nobody is let in");
        var threats = open.office().register().list("threats", Map.of()).orThrow().objects().get().stream()
                .filter(threat -> threat.get("lro") instanceof Json.Text)
                .map(threat -> UUID.fromString(threat.get("id").text()))
                .toList();
        var random = new Random(5);
        for (int i = 0; i < VISITS; i++) {
            var threat = threats.get(random.nextInt(threats.size()));
            visit("plan board", new Place.PlanBoard(Plan.idFor(new Id<>(threat)).value()), i);
            visit("threat file", new Place.ThreatFile(threat, Place.Tab.OVERVIEW), i);
        }
        visit("threat list, opened", new Place.Threats(""), 1);
        filters();
    }

    private void visit(String what, Place place, int visit) throws Exception {
        Thread.sleep(UNTIL_SEEN_MILLIS);
        long before = System.nanoTime();
        onScreen(() -> {
            startup.navigator().go(place);
            return true;
        });
        until(startup::isQuiet);
        // the first visit loads classes, as the first of a day does; it is measured all the same
        System.out.println(what + (visit == 0 ? ", first visit" : "") + " " + (System.nanoTime() - before));
    }

    private void filters() throws Exception {
        var words = List.of("o", "op", "op k", "op ki", "x1", "x110", "der", "der-00", "drugs", "tier 1", "", "moni");
        for (int i = 0; i < VISITS; i++) {
            var word = words.get(i % words.size());
            Thread.sleep(UNTIL_SEEN_MILLIS);
            long before = System.nanoTime();
            onScreen(() -> {
                field().setText(word);
                return true;
            });
            until(startup::isQuiet);
            System.out.println("threat list, filter typed " + (System.nanoTime() - before));
        }
    }

    private TextField field() {
        for (Node node : scene.getRoot().lookupAll(".text-field"))
            if (node instanceof TextField field && node.isVisible() && field.getPromptText() != null) return field;
        throw new IllegalStateException("no field for the filter");
    }

    /// Waits until that holds and the pulse that found it so has laid the scene out: what is drawn next is what a person sees.
    private void until(BooleanSupplier holds) throws Exception {
        var done = new CompletableFuture<Boolean>();
        Platform.runLater(() -> {
            var laidOut = new Runnable() {
                private boolean held;

                @Override
                public void run() {
                    if (!held) return;
                    scene.removePostLayoutPulseListener(this);
                    done.complete(true);
                }
            };
            scene.addPostLayoutPulseListener(laidOut);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    laidOut.held = holds.getAsBoolean();
                    if (laidOut.held) stop();
                }
            }.start();
        });
        done.get();
    }

    private interface Step<T> {
        T run();
    }

    private static <T> T onScreen(Step<T> step) throws InterruptedException, ExecutionException {
        var done = new CompletableFuture<T>();
        Runnable run = () -> {
            try {
                done.complete(step.run());
            } catch (RuntimeException broken) {
                done.completeExceptionally(broken);
            }
        };
        try {
            Platform.startup(run);
        } catch (IllegalStateException running) {
            Platform.runLater(run);
        }
        return done.get();
    }

    private static long peak() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/self/status")))
            if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", ""));
        return 0;
    }
}
