package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Windowed
@Timeout(30)
final class WorkThreadsTest {

    private final BlockingQueue<Object> ends = new LinkedBlockingQueue<>();

    @BeforeAll
    static void toolkit() {
        Shots.toolkit();
    }

    private <T> Answer<T> answer() {
        return new Answer<>(ends::add, ends::add, ends::add);
    }

    @Test
    void slowWorkRunsOffTheUiThreadAndAnswersOnIt() throws InterruptedException {
        try (var work = new WorkThreads()) {
            Shots.run(() -> work.<String, Boolean>ask(
                    Asker.acting("Saving"),
                    "input",
                    input -> Outcome.done(Platform.isFxApplicationThread()),
                    new Answer<>(
                            slowOnUi -> ends.add(List.of(slowOnUi, Platform.isFxApplicationThread())),
                            ends::add,
                            ends::add)));
            assertEquals(List.of(false, true), ends.take());
        }
    }

    @Test
    void eachOfTheThreeEndsArrives() throws InterruptedException {
        try (var work = new WorkThreads()) {
            var asker = Asker.acting("Saving");
            Shots.run(() -> work.ask(asker, 1, input -> Outcome.done("done"), answer()));
            assertEquals("done", ends.take());
            Shots.run(() -> work.ask(
                    asker, 1, input -> Outcome.<String>refused(new Problem.Gone("It is gone.")), answer()));
            assertInstanceOf(Problem.Gone.class, ends.take());
            Shots.run(() -> work.<Integer, String>ask(
                    asker,
                    1,
                    input -> {
                        throw new IllegalStateException();
                    },
                    answer()));
            assertInstanceOf(IllegalStateException.class, ends.take());
            assertFalse(Shots.onScreen(() -> asker.working().get()));
        }
    }

    @Test
    void actsRunInOrderAndNoneIsLost() throws InterruptedException {
        try (var work = new WorkThreads()) {
            var asker = Asker.acting("Saving");
            Shots.run(() -> {
                for (int i = 0; i < 200; i++) {
                    work.ask(asker, i, Outcome::done, answer());
                }
            });
            for (int i = 0; i < 200; i++) {
                assertEquals(i, ends.take());
            }
        }
    }

    @Test
    void anAnswerThatWasOvertakenIsDropped() throws InterruptedException {
        try (var work = new WorkThreads()) {
            var asker = Asker.reading("Reading");
            var first = new CountDownLatch(1);
            var started = new CountDownLatch(1);
            Shots.run(() -> work.<String, String>askLong(asker, "old", (input, progress) -> {
                started.countDown();
                first.await();
                return Outcome.done(input);
            }, answer()));
            started.await();
            Shots.run(() -> work.ask(asker, "new", Outcome::done, answer()));
            assertEquals("new", ends.take());
            first.countDown();
            assertTrue(work.drain(10));
            Shots.run(() -> {});
            assertTrue(ends.isEmpty());
        }
    }

    @Test
    void longWorkLearnsThatItShouldStopAndIsNeverInterrupted() throws InterruptedException {
        try (var work = new WorkThreads()) {
            var asker = Asker.acting("Writing the package");
            Shots.run(() -> work.<String, Boolean>askLong(asker, "", (input, progress) -> {
                while (!progress.stopped()) {
                    progress.at("Entry 1 of 2", 0.5);
                    Thread.onSpinWait();
                }
                return Outcome.done(Thread.currentThread().isInterrupted());
            }, answer()));
            Shots.run(asker::stop);
            assertEquals(false, ends.poll(20, TimeUnit.SECONDS));
        }
    }
}
