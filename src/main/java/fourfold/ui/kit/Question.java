package fourfold.ui.kit;

import fourfold.core.kernel.Outcome;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One question of an [Asker], from being put to its answer: what every [Work] does alike, whatever its threads. The
/// newest answer wins, and a fault of ours ends in [Answer#failed()].
///
/// @param asker who asks
/// @param input what it depends on
/// @param slow what takes time
/// @param answer the three ways in which it can end
public record Question<I, T>(Asker asker, I input, Slow<? super I, T> slow, Answer<T> answer) {

    /// Puts the question: the slow part runs on `background`, everything that the screen sees on `screen`. Must be
    /// called on the UI thread.
    public void put(Executor background, Executor screen) {
        long ticket = asker.begin();
        background.execute(() -> {
            if (!asker.isOvertaken(ticket)) {
                var ending = ending(new Report(asker, ticket, screen));
                screen.execute(() -> deliver(ticket, ending));
            }
        });
    }

    private Runnable ending(Progress progress) {
        try {
            Outcome<T> outcome = slow.run(input, progress);
            return () -> answer.give(outcome);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError fault) {
            return () -> answer.failed().accept(fault);
        }
    }

    private void deliver(long ticket, Runnable ending) {
        if (asker.isNewest(ticket)) {
            asker.end();
            ending.run();
        } else if (!asker.skips()) {
            ending.run();
        }
    }

    /// Passes on only the newest of many reports, so that busy work cannot flood the UI thread.
    private static final class Report implements Progress {

        private record Line(String doing, double part) {}

        private final Asker asker;
        private final long ticket;
        private final Executor screen;
        private volatile boolean looked;
        private final AtomicReference<@Nullable Line> waiting = new AtomicReference<>();

        Report(Asker asker, long ticket, Executor screen) {
            this.asker = asker;
            this.ticket = ticket;
            this.screen = screen;
        }

        @Override
        public boolean stopped() {
            if (!looked) {
                looked = true;
                screen.execute(asker::canStop);
            }
            return asker.stopWanted();
        }

        @Override
        public void at(String doing, double part) {
            if (waiting.getAndSet(new Line(doing, part)) == null) {
                screen.execute(() -> {
                    var line = waiting.getAndSet(null);
                    if (line != null && asker.isNewest(ticket)) {
                        asker.at(line.doing(), line.part());
                    }
                });
            }
        }
    }
}
