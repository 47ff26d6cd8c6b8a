package fourfold.journal;

/// How much room there is on the disk.
public enum Room {
    /// A gibibyte or more.
    AMPLE,
    /// Under a gibibyte: people are warned.
    LOW,
    /// Under 300 mebibytes: nothing large is taken in.
    TOO_LITTLE_TO_IMPORT;

    static Room of(long bytes) {
        if (bytes < 300L << 20) return TOO_LITTLE_TO_IMPORT;
        return bytes < 1L << 30 ? LOW : AMPLE;
    }
}
