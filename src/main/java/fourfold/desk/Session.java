package fourfold.desk;

import fourfold.core.access.Permission;
import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.people.Party;
import fourfold.core.sync.Author;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Who sits at the desk while the vault is unlocked, in whose name every act is signed.
public final class Session {

    private final String user;
    private final String name;
    private final Set<Role> roles;
    private final String agency;
    private final Function<List<byte[]>, byte[]> signer;
    private final Clock clock;

    /// A session of one person.
    ///
    /// @param user the collar number
    /// @param roles the roles that the unit's certificate gives the person
    /// @param agency the agency whose vault this is
    /// @param signer signs an act with the person's own key, given the digests of its entries in order
    /// @param clock the time and the time zone of the desk
    public Session(
            String user,
            String name,
            Set<Role> roles,
            String agency,
            Function<List<byte[]>, byte[]> signer,
            Clock clock) {
        this.user = user.strip().toUpperCase(Locale.ROOT);
        this.name = name;
        this.roles = Set.copyOf(roles);
        this.agency = agency;
        this.signer = signer;
        this.clock = clock;
    }

    /// The collar number, in capitals.
    public String user() {
        return user;
    }

    /// The person's name.
    public String name() {
        return name;
    }

    /// How records name this person.
    public String label() {
        return Party.label(name, user);
    }

    /// The roles held, in the order of the list.
    public Set<Role> roles() {
        return new TreeSet<>(roles);
    }

    /// The agency whose vault this is.
    public String agency() {
        return agency;
    }

    /// The clock of the desk.
    public Clock clock() {
        return clock;
    }

    /// Today at the desk.
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Whether the person may do that at all.
    public boolean may(Permission permission) {
        return permission.isGivenTo(roles);
    }

    /// Nothing, or the refusal in a sentence.
    public Outcome<Session> require(Permission permission) {
        return may(permission)
                ? Outcome.done(this)
                : Outcome.refused(new Problem.NotAllowed(permission.refusal()));
    }

    Author actingIn(Permission permission) {
        return new Author(user, agency, permission.actedIn(roles).name());
    }

    byte[] sign(List<byte[]> digests) {
        return signer.apply(digests);
    }
}
