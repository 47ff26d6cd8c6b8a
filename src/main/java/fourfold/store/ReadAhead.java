package fourfold.store;

import fourfold.core.sync.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads a journal on a thread of its own while what was read is written: decrypting and reading entries takes about as long as
/// writing their rows. A few thousand entries lie between the two.
final class ReadAhead {

    /// A shorter journal is read before a thread has begun.
    private static final int FEW = 2_000;

    private static final int AT_ONCE = 250;
    private static final int BETWEEN = 16;
    private static final long LOOK_UP_MILLIS = 50;

    private final BlockingQueue<List<Journal.Recorded>> between = new ArrayBlockingQueue<>(BETWEEN);
    private volatile boolean isLeft;
    private volatile @Nullable Throwable failure;

    private ReadAhead() {}

    /// Gives every entry from that position on to the consumer, in order and on this thread. Whatever the consumer throws ends
    /// the reading.
    ///
    /// @param preparing what is done to each entry before, on whichever thread reads
    /// @throws fourfold.core.sync.JournalFault when a frame is damaged
    static void read(
            Journal journal,
            long from,
            UnaryOperator<Journal.Recorded> preparing,
            Consumer<Journal.Recorded> consumer) {
        if (journal.head() - from < FEW) journal.read(from, new Entries(entry -> consumer.accept(preparing.apply(entry))));
        else new ReadAhead().apart(journal, from, preparing, consumer);
    }

    private void apart(
            Journal journal,
            long from,
            UnaryOperator<Journal.Recorded> preparing,
            Consumer<Journal.Recorded> consumer) {
        var thread = new Thread(() -> fill(journal, from, preparing), "fourfold-journal");
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

    private void fill(Journal journal, long from, UnaryOperator<Journal.Recorded> preparing) {
        var gathered = new ArrayList<Journal.Recorded>(AT_ONCE);
        try {
            journal.read(from, new Entries(entry -> {
                gathered.add(preparing.apply(entry));
                if (gathered.size() == AT_ONCE) {
                    put(List.copyOf(gathered));
                    gathered.clear();
                }
            }));
            if (!gathered.isEmpty()) put(List.copyOf(gathered));
            put(List.of());
        } catch (Left nobodyTakesMore) {
            // Whoever took the entries has its own reason, and tells it.
        } catch (RuntimeException | Error broken) {
            failure = broken;
            end();
        }
    }

    private void end() {
        try {
            put(List.of());
        } catch (Left nobodyTakesMore) {
            // then nobody waits for the end
        }
    }

    /// Now and then somebody who no longer takes anything is noticed.
    private void put(List<Journal.Recorded> some) {
        try {
            while (!between.offer(some, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) if (isLeft) throw new Left();
        } catch (InterruptedException never) {
            throw new IllegalStateException("nobody interrupts a thread here", never);
        }
    }

    /// Ends the reading since nobody takes more.
    private static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Left() {
            super("left", null, false, false);
        }
    }

    /// The entries of a reading and nothing else.
    private record Entries(Consumer<Journal.Recorded> consumer) implements Journal.Reader {
        @Override
        public void entry(Journal.Recorded entry) {
            consumer.accept(entry);
        }
    }
}
