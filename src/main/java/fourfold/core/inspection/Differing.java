package fourfold.core.inspection;

import java.util.UUID;

/// Two events of different agencies that are or may be one and do not say the same of it.
///
/// @param how in what they differ, such as "Pursue and Protect"
public record Differing(UUID one, String oneRef, UUID other, String otherRef, String how) {}
