package fourfold.ui.kit;

import fourfold.core.kernel.Outcome;
import java.util.function.Function;

/// The only way off the UI thread. Everything slow goes through [#ask], and every ask ends in exactly one of the
/// three legs of its [Answer], back on the UI thread, unless a newer ask of the same [Asker] has made it stale.
///
/// A thread that may be in the database is never interrupted, since H2 closes its file when it is: leaving a screen
/// drops the answer, and long work looks at [Progress#stopped()].
public interface Work {

    /// Runs `slow` on `input` off the UI thread. `input` is one value built on the UI thread, `slow` sees nothing else.
    /// Must be called on the UI thread.
    <I, T> void askLong(Asker asker, I input, Slow<? super I, T> slow, Answer<T> answer);

    /// The same for work that is short enough not to be stopped.
    default <I, T> void ask(
            Asker asker, I input, Function<? super I, Outcome<T>> slow, Answer<T> answer) {
        askLong(asker, input, (value, progress) -> slow.apply(value), answer);
    }

    /// Runs one step on the UI thread, from any thread: at once when already there, else soon.
    void onScreen(Runnable step);
}
