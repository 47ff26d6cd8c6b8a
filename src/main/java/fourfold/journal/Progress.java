package fourfold.journal;

/// Is told how far a long reading has come.
@FunctionalInterface
public interface Progress {

    /// @param position the position that was reached
    /// @param of the last one
    /// @return false to stop
    boolean at(long position, long of);
}
