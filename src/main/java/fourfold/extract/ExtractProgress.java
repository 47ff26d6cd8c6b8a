package fourfold.extract;

/// Told now and then how far the reading of a file has come; it may stop it.
@FunctionalInterface
public interface ExtractProgress {

    /// Called about once for every 64 KiB read.
    ///
    /// @param done the bytes read so far, all readings of the file together
    /// @param total the bytes that there will be
    /// @return whether to go on; false stops the reading, and the summary says so
    boolean goOn(long done, long total);

    /// Nobody is watching.
    static ExtractProgress unwatched() {
        return (done, total) -> true;
    }
}
