package fourfold.core.kernel;

import java.util.function.Consumer;
import java.util.function.Function;

/// What came of an intention: it is done, or it was refused for a reason that the person can act on.
/// A fault that only the makers of the program can mend is an unchecked exception instead.
///
/// @param <T> what is there when it is done
public sealed interface Outcome<T> {

    /// It is done, and this is the result.
    record Done<T>(T value) implements Outcome<T> {
        @Override
        public <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
            return next.apply(value);
        }

        @Override
        public void either(Consumer<? super T> done, Consumer<? super Problem> refused) {
            done.accept(value);
        }
    }

    /// It was refused, nothing has changed, and this says why.
    record Refused<T>(Problem problem) implements Outcome<T> {
        @Override
        public <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
            return new Refused<>(problem);
        }

        @Override
        public void either(Consumer<? super T> done, Consumer<? super Problem> refused) {
            refused.accept(problem);
        }
    }

    /// The outcome of something that is done.
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /// The outcome of something refused.
    static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(problem);
    }

    /// The outcome with its value put through `next`; a refusal stays as it is.
    default <U> Outcome<U> map(Function<? super T, ? extends U> next) {
        return then(value -> new Done<>(next.apply(value)));
    }

    /// The outcome of a second step that needs the first one's value; a refusal stays as it is.
    <U> Outcome<U> then(Function<? super T, Outcome<U>> next);

    /// Calls one of the two.
    void either(Consumer<? super T> done, Consumer<? super Problem> refused);

    /// Whether it is done.
    default boolean isDone() {
        return this instanceof Done<T>;
    }

    /// The value, where a refusal would be a fault of ours.
    ///
    /// @throws IllegalStateException with the refusal's sentence when it was refused
    default T orThrow() {
        return switch (this) {
            case Done<T>(var value) -> value;
            case Refused<T>(var problem) -> throw new IllegalStateException(problem.sentence());
        };
    }
}
