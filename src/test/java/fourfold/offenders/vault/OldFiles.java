package fourfold.offenders.vault;

import java.io.ObjectInputStream;

/// Reads objects as they come.
public record OldFiles(ObjectInputStream in) {}
