package fourfold.ui.kit;

import fourfold.core.kernel.Outcome;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// [Work] on a few threads of its own. Acts run one after another on one thread, in the order in which they were
/// asked for; reading runs beside them.
public final class WorkThreads implements Work, AutoCloseable {

    private static final int READERS = 2;

    private final ExecutorService acts = Executors.newSingleThreadExecutor(named("fourfold-act"));
    private final ExecutorService reads = Executors.newFixedThreadPool(READERS, named("fourfold-read"));

    private static java.util.concurrent.ThreadFactory named(String name) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public <I, T> void askLong(Asker asker, I input, Slow<? super I, T> slow, Answer<T> answer) {
        long ticket = asker.begin();
        (asker.skips() ? reads : acts).execute(() -> {
            if (asker.isOvertaken(ticket)) {
                return;
            }
            var ending = ending(() -> slow.run(input, new Report(asker, ticket)), answer);
            Platform.runLater(() -> deliver(asker, ticket, ending));
        });
    }

    private static <T> Runnable ending(Step<T> step, Answer<T> answer) {
        try {
            var outcome = step.run();
            return () -> answer.give(outcome);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError fault) {
            return () -> answer.failed().accept(fault);
        }
    }

    private static void deliver(Asker asker, long ticket, Runnable ending) {
        if (asker.isNewest(ticket)) {
            asker.end();
            ending.run();
        } else if (!asker.skips()) {
            ending.run();
        }
    }

    @Override
    public void onScreen(Runnable step) {
        if (Platform.isFxApplicationThread()) {
            step.run();
        } else {
            Platform.runLater(step);
        }
    }

    /// Takes no new work and waits for what is running, without interrupting it.
    ///
    /// @return whether everything has ended in time
    public boolean drain(long seconds) {
        reads.shutdown();
        acts.shutdown();
        try {
            return acts.awaitTermination(seconds, TimeUnit.SECONDS) && reads.awaitTermination(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        drain(10);
    }

    private interface Step<T> {
        Outcome<T> run() throws Exception;
    }

    /// Passes on only the newest of many reports, so that busy work cannot flood the UI thread.
    private static final class Report implements Progress {

        private record Line(String doing, double part) {}

        private final Asker asker;
        private final long ticket;
        private final AtomicReference<@Nullable Line> waiting = new AtomicReference<>();

        Report(Asker asker, long ticket) {
            this.asker = asker;
            this.ticket = ticket;
        }

        @Override
        public boolean stopped() {
            return asker.stopWanted();
        }

        @Override
        public void at(String doing, double part) {
            if (waiting.getAndSet(new Line(doing, part)) == null) {
                Platform.runLater(() -> {
                    var line = waiting.getAndSet(null);
                    if (line != null && asker.isNewest(ticket)) {
                        asker.at(line.doing(), line.part());
                    }
                });
            }
        }
    }
}
