package fourfold.core.disclosure;

import java.time.Instant;

/// Who looked at what is about to be sent and found it accurate, complete and up to date, and when: Data Protection Act
/// 2018, section 38(4) and (5)(a).
///
/// @param by the person's label, with the collar number
public record Verification(String by, Instant at) {}
