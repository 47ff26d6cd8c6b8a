package fourfold;

import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Question;
import fourfold.ui.kit.Slow;
import fourfold.ui.kit.Work;
import java.util.ArrayList;
import java.util.List;

/// [Work] that does everything at once on the calling thread; or, when held, as soon as it is let go, so that a test
/// can see what is there meanwhile.
public final class InlineWork implements Work {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean held;

    @Override
    public <I, T> void askLong(Asker asker, I input, Slow<? super I, T> slow, Answer<T> answer) {
        new Question<>(asker, input, slow, answer).put(this::later, Runnable::run);
    }

    private void later(Runnable step) {
        if (held) {
            waiting.add(step);
        } else {
            step.run();
        }
    }

    /// Keeps everything that is asked from now on waiting.
    public void hold() {
        held = true;
    }

    /// Does what waits, in order, and goes on at once.
    public void letGo() {
        held = false;
        var steps = List.copyOf(waiting);
        waiting.clear();
        steps.forEach(Runnable::run);
    }

    @Override
    public void onScreen(Runnable step) {
        step.run();
    }
}
