package fourfold.core.access;

import java.util.EnumSet;
import java.util.Set;

/// One thing that a role lets a person do. What forbids in a single case is the person, not the role: nobody reviews
/// their own work, whatever roles they hold.
public enum Permission {
    READ(Role.LRO, Role.SUPERVISOR, Role.ANALYST),
    EDIT_THREATS(Role.LRO),
    EDIT_PLANS(Role.LRO),
    RECORD_DISRUPTIONS(Role.LRO),
    REVIEW_PLANS(Role.SUPERVISOR),
    MODERATE(Role.SUPERVISOR),
    SETTLE(Role.SUPERVISOR),
    LOAD(Role.LRO, Role.ADMINISTRATOR),
    EXPORT(Role.LRO, Role.SUPERVISOR),
    /// A supervisor too: without it nobody could review by package on a machine of their own.
    IMPORT(Role.LRO, Role.SUPERVISOR),
    /// Lists as shown, and the dataset for analysis.
    EXPORT_TABLES(Role.LRO, Role.SUPERVISOR, Role.ANALYST),
    /// Briefings, returns and other papers.
    PRINT(Role.LRO, Role.SUPERVISOR, Role.ANALYST),
    MANAGE_PEOPLE(Role.ADMINISTRATOR),
    MANAGE_TRUST(Role.ADMINISTRATOR),
    BACK_UP(Role.ADMINISTRATOR),
    CHANGE_SETTINGS(Role.ADMINISTRATOR),
    /// Looking after one's own passphrase and drafts, and checking that the journal is whole: everybody may.
    OWN(Role.LRO, Role.SUPERVISOR, Role.ANALYST, Role.ADMINISTRATOR);

    private final Set<Role> roles;

    Permission(Role first, Role... more) {
        this.roles = EnumSet.of(first, more);
    }

    /// Whether one of those roles gives it.
    public boolean isGivenTo(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /// The role of those that is acted in, for the journal: the first that gives the permission.
    ///
    /// @throws IllegalArgumentException when none does
    public Role actedIn(Set<Role> held) {
        return held.stream()
                .sorted()
                .filter(roles::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role gives " + this));
    }

    /// The refusal for a person who holds none of the roles that give it.
    public String refusal() {
        var needed = roles.stream().map(role -> article(role.label())).toList();
        var last = needed.getLast();
        var before = String.join(", ", needed.subList(0, needed.size() - 1));
        return "Only " + (before.isEmpty() ? last : before + " or " + last) + " may do this.";
    }

    private static String article(String label) {
        var word = label.equals("LRO") ? label : label.toLowerCase(java.util.Locale.ROOT);
        return ("aeiouL".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
}
