package fourfold.vault;

import fourfold.core.access.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a unit vouches for about one of its people from a moment on, until it says otherwise.
///
/// @param from when it begins
/// @param until when it ends by itself; nothing where the unit named no end
/// @param unitUntil when the unit's own certificate ends, as the unit said with this
/// @param roles what the person may do; none for somebody who left or whose certificate was revoked
/// @param actKey the public Ed25519 key (RFC 8032) that signs the person's acts, 32 bytes
/// @param reason why the certificate was revoked; empty otherwise
public record Standing(
        Instant from, Optional<Instant> until, Optional<Instant> unitUntil, Set<Role> roles, byte[] actKey, String reason) {
    public Standing {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
        actKey = actKey.clone();
    }

    /// Without an end.
    Standing(Instant from, Set<Role> roles, byte[] actKey) {
        this(from, Optional.empty(), Optional.empty(), roles, actKey, "");
    }

    /// Until that moment.
    Standing until(Instant end, Instant unitEnd) {
        return new Standing(from, Optional.of(end), Optional.of(unitEnd), roles, actKey, reason);
    }
}
