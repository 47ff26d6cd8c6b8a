package fourfold.packet;

/// The gates that a package passes one after the other; nothing behind a gate is looked at before it has let through.
public enum Gate {
    /// The file is there and not too long.
    SIZE,
    /// It is one OpenPGP message and nothing else, our keys open it, and somebody trusted has signed it to its very end.
    ENVELOPE,
    /// It is one ZIP archive that holds exactly the names that it should.
    NAMES,
    /// Its manifest is one that this version reads.
    MANIFEST,
    /// It is addressed to us or written by us, and signed by the one who says so.
    ADDRESS,
    /// Nothing in it is longer than it may be.
    LIMITS,
    /// All hashes, sizes and counts are exact.
    HASHES,
    /// Every act is signed by its author.
    ACTS,
    /// The session keys in front, which the encryption does not protect, are those that the sender put there.
    SEAL
}
