package fourfold.app;

import fourfold.desk.Office;
import fourfold.ui.place.Place;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Goes through the window as a person would, one step after another: each waits until the desks have answered and the
/// screen has been laid out. Used from any thread but that of the screen.
final class Walk {

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long PAUSE_NANOS = 50_000_000L;
    private static final int QUIET = 4;

    private final Startup startup;

    Walk(Startup startup) {
        this.startup = startup;
    }

    /// Lets somebody in and goes in with them.
    ///
    /// @param passphrase of a vault of invented data
    Office letIn(String user, String passphrase) {
        settle();
        var office = startup.door().letIn(user, passphrase.toCharArray()).orThrow();
        step(() -> startup.door().enter(office));
        return office;
    }

    /// Goes to a place.
    void to(Place place) {
        step(() -> startup.navigator().go(place));
    }

    /// Does something on the screen.
    void step(Runnable run) {
        onScreen(() -> {
            run.run();
            return true;
        });
        settle();
    }

    /// Waits until the desks have answered and the screen has been laid out.
    ///
    /// @throws IllegalStateException when that takes longer than a minute
    void settle() {
        long until = System.nanoTime() + PATIENCE_NANOS;
        var quiet = new ArrayList<Boolean>();
        while (System.nanoTime() < until && quiet.size() < QUIET) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (onScreen(startup::isQuiet)) quiet.add(true);
            else quiet.clear();
        }
        if (quiet.size() < QUIET) throw new IllegalStateException("the desks have not answered within a minute");
    }

    /// Asks the screen for something.
    ///
    /// @throws IllegalStateException where that failed
    static <T> T onScreen(Supplier<T> step) {
        var task = new FutureTask<>(step::get);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the walk was interrupted", hurried);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the walk failed on the screen", failed.getCause());
        }
    }
}
