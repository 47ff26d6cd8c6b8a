package fourfold.ui.kit;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javafx.application.Platform;

/// [Work] on a few threads of its own. Acts run one after another on one thread, in the order in which they were
/// asked for; reading runs beside them.
public final class WorkThreads implements Work, AutoCloseable {

    private static final int READERS = 2;
    /// The window is gone by then, so nobody waits; a store that is not closed is made anew at the next start, which takes
    /// longer than this.
    private static final long PATIENCE_SECONDS = 180;

    private final ExecutorService acts = Executors.newSingleThreadExecutor(named("fourfold-act"));
    /// Held for reading by whatever reads, and for writing by an act that must have nobody read beside it.
    private final ReentrantReadWriteLock reading = new ReentrantReadWriteLock();
    private final AtomicInteger pending = new AtomicInteger();
    private final ExecutorService reads = Executors.newFixedThreadPool(READERS, named("fourfold-read"));
    private final ExecutorService asides = Executors.newSingleThreadExecutor(named("fourfold-aside"));

    private static ThreadFactory named(String name) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public <I, T> void askLong(Asker asker, I input, Slow<? super I, T> slow, Answer<T> answer) {
        var threads = asker.isAside() ? asides : asker.skips() ? reads : acts;
        pending.incrementAndGet();
        var turn = asker.skips() ? reading.readLock() : asker.isAlone() ? reading.writeLock() : null;
        new Question<>(asker, input, slow, answer)
                .put(
                        task -> threads.execute(() -> {
                            if (turn != null) turn.lock();
                            try {
                                task.run();
                            } finally {
                                if (turn != null) turn.unlock();
                                // after the answer, which is on its way to the screen by now
                                Platform.runLater(pending::decrementAndGet);
                            }
                        }),
                        Platform::runLater);
    }

    /// Whether everything that was asked has been answered.
    public boolean isQuiet() {
        return pending.get() == 0;
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
        asides.shutdown();
        acts.shutdown();
        try {
            return acts.awaitTermination(seconds, TimeUnit.SECONDS) && reads.awaitTermination(seconds, TimeUnit.SECONDS)
                    && asides.awaitTermination(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        drain(PATIENCE_SECONDS);
    }
}
