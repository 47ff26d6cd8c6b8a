package fourfold.cli;

import fourfold.core.access.Role;
import fourfold.core.kernel.Type;
import java.util.SortedSet;

/// Reads the roles of a person, `administrator,lro`.
final class RoleNames {

    private RoleNames() {}

    /// The roles.
    ///
    /// @throws Usage where one is no role
    static SortedSet<Role> of(String written) {
        try {
            var roles = Type.choices(Role.class).parse(written.replace(',', ';'));
            if (roles.isEmpty()) throw new Usage("Say with --role what the person is here to do.");
            return roles;
        } catch (IllegalArgumentException wrong) {
            throw new Usage("The role " + wrong.getMessage() + ".");
        }
    }
}
