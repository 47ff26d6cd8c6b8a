package fourfold.ui.kit;

import fourfold.core.kernel.Outcome;

/// Something that takes time: reads a file, asks a desk, writes a package.
///
/// @param <I> what it needs, one immutable value
/// @param <T> what it brings
@FunctionalInterface
public interface Slow<I, T> {

    /// Does it, on a thread of [Work].
    ///
    /// @throws Exception for a fault of ours; what a person can mend is a refused outcome
    Outcome<T> run(I input, Progress progress) throws Exception;
}
