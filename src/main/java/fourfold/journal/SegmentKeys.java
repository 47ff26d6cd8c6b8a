package fourfold.journal;

/// Where the keys of the segments come from: K_journal of the vault, and HKDF with the segment's number.
@FunctionalInterface
public interface SegmentKeys {

    /// The AES-256 key of a segment: 32 bytes that are the caller's to wipe.
    ///
    /// @param segment from 1
    byte[] key(int segment);
}
