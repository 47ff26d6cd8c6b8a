package fourfold.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes things on a thread of its own while those made before are used: decrypting and reading entries takes about as long as
/// writing them somewhere else. A few thousand things lie between the two.
public final class Ahead<T> {

    /// Fewer are made before a thread has begun.
    public static final int FEW = 2_000;

    private static final int AT_ONCE = 100;
    private static final int BETWEEN = 4;
    private static final long LOOK_UP_MILLIS = 50;

    private final BlockingQueue<List<T>> between = new ArrayBlockingQueue<>(BETWEEN);
    private volatile boolean isLeft;
    private volatile @Nullable Throwable failure;

    private Ahead() {}

    /// Gives everything that the source makes to the consumer, in order and on this thread. Whatever the consumer throws ends the
    /// making; whatever the source throws is thrown here, after what it had made.
    ///
    /// @param thread what the thread is called on which things are made
    /// @param source gives what it makes to whatever it is given
    public static <T> void each(String thread, Consumer<Consumer<T>> source, Consumer<T> consumer) {
        new Ahead<T>().apart(thread, source, consumer);
    }

    private void apart(String name, Consumer<Consumer<T>> source, Consumer<T> consumer) {
        var thread = new Thread(() -> fill(source), name);
        thread.setDaemon(true);
        thread.start();
        try {
            for (var some = between.take(); !some.isEmpty(); some = between.take()) some.forEach(consumer);
        } catch (InterruptedException never) {
            throw new IllegalStateException("nobody interrupts a thread here", never);
        } finally {
            isLeft = true;
            await(thread);
        }
        switch (failure) {
            case null -> {}
            case RuntimeException broken -> throw broken;
            case Error broken -> throw broken;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException never) {
            throw new IllegalStateException("nobody interrupts a thread here", never);
        }
    }

    private void fill(Consumer<Consumer<T>> source) {
        var gathered = new ArrayList<T>(AT_ONCE);
        try {
            source.accept(one -> {
                gathered.add(one);
                if (gathered.size() == AT_ONCE) {
                    put(List.copyOf(gathered));
                    gathered.clear();
                }
            });
            if (!gathered.isEmpty()) put(List.copyOf(gathered));
            put(List.of());
        } catch (Left nobodyTakesMore) {
            // Whoever took them has its own reason, and tells it.
        } catch (RuntimeException | Error broken) {
            failure = broken;
            end(gathered);
        }
    }

    private void end(List<T> gathered) {
        try {
            if (!gathered.isEmpty()) put(List.copyOf(gathered));
            put(List.of());
        } catch (Left nobodyTakesMore) {
            // then nobody waits for the end
        }
    }

    /// Now and then somebody who no longer takes anything is noticed.
    private void put(List<T> some) {
        try {
            while (!between.offer(some, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) if (isLeft) throw new Left();
        } catch (InterruptedException never) {
            throw new IllegalStateException("nobody interrupts a thread here", never);
        }
    }

    /// Ends the making since nobody takes more.
    private static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Left() {
            super("left", null, false, false);
        }
    }
}
