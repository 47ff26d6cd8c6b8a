package fourfold.journal;

/// Sizes in bytes.
///
/// @param segment a new segment is begun with the next act once one is as long as this; an act is never divided
/// @param reserve what is set aside so that consultations and the lock can still be logged when the disk is full
public record Limits(long segment, long reserve) {

    /// What a vault uses. The open segment is read whole at every start, so it is kept short.
    public static final Limits USUAL = new Limits(8L << 20, 64L << 20);
}
