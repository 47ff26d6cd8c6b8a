package fourfold.ui.kit;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.function.Consumer;

/// The three ways in which work can end. None may be left out.
///
/// @param done what to do with the value
/// @param refused what to do with a problem that the person can act on
/// @param failed what to do with a fault of ours
public record Answer<T>(Consumer<? super T> done, Consumer<? super Problem> refused, Consumer<Throwable> failed) {

    void give(Outcome<T> outcome) {
        outcome.either(done, refused);
    }
}
