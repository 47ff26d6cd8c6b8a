package fourfold.cli;

/// One command with its options, ready to run.
interface Invocation {

    /// Runs it.
    ///
    /// @return the exit code
    int call();
}
