package fourfold.core.kernel;

/// Watches long work from outside: told now and then how far it has come, it may stop it.
@FunctionalInterface
public interface Watch {

    /// Called now and then.
    ///
    /// @param done how much is done
    /// @param total how much there is, in the same measure
    /// @return whether to go on
    boolean goOn(long done, long total);

    /// Nobody is watching.
    static Watch nobody() {
        return (done, total) -> true;
    }
}
