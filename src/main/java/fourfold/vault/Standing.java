package fourfold.vault;

import fourfold.core.access.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a unit vouches for about one of its people from a moment on, until it says otherwise.
///
/// @param from when it begins
/// @param roles what the person may do; none for somebody who left
/// @param actKey the public Ed25519 key (RFC 8032) that signs the person's acts, 32 bytes
public record Standing(Instant from, Set<Role> roles, byte[] actKey) {
    public Standing {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
        actKey = actKey.clone();
    }
}
