package fourfold.desk;

import static fourfold.core.access.Permission.MANAGE_PEOPLE;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.access.Role;
import fourfold.core.audit.Audit;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Seen;
import fourfold.core.people.Person;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.store.Store;
import fourfold.vault.OpenVault;
import fourfold.vault.Passphrase;
import fourfold.vault.VaultPeople;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The counter for people: who can log in, in which roles, who manages whom, and who is only named in records. Everybody
/// may look somebody up; the administrator changes.
public final class PeopleDesk extends Desk {

    /// The fields of a person that no person writes by hand: log-in and roles follow from the keys.
    public static final Set<Field<Person, ?>> CLOSED_FIELDS = Set.of(Person.COLLAR, Person.LOGIN, Person.ROLES);

    private final OpenVault vault;

    PeopleDesk(Session session, Store store, Ledger ledger, OpenVault vault) {
        super(session, store, ledger);
        this.vault = vault;
    }

    /// Somebody new, who gets keys of their own.
    ///
    /// @param manager the collar number of the line manager, or blank
    /// @param passphrase to begin with; wiped
    public record Add(String user, String name, Set<Role> roles, String manager, char[] passphrase) {}

    /// Lets somebody new in from now on.
    public Outcome<Kept<Person>> add(Add wish) {
        return session.require(MANAGE_PEOPLE).then(ok -> Passphrase.chosen(wish.passphrase())).then(passphrase -> {
            try (passphrase) {
                return vault.people()
                        .add(new VaultPeople.Newcomer(wish.user(), wish.name(), wish.roles()), passphrase)
                        .then(certificate -> entered(wish));
            }
        });
    }

    private Outcome<Kept<Person>> entered(Add wish) {
        keysChanged(wish.user(), "added");
        return enter(wish.user(), wish.name(), wish.roles(), wish.manager());
    }

    /// Gives somebody with a log-in other roles; the unit's certificate says so from now on.
    public Outcome<Kept<Person>> changeRoles(String user, Set<Role> roles) {
        return session.require(MANAGE_PEOPLE)
                .then(ok -> vault.people().changeRoles(user, roles))
                .then(certificate -> kept(Person.FIELDS, Person.idFor(user)))
                .then(person -> {
                    keysChanged(user, "roles");
                    return enter(user, person.record().get(Person.NAME), roles, "");
                });
    }

    /// Lets somebody in no more. What they did stays theirs.
    public Outcome<Kept<Person>> remove(String user) {
        return end(user, "", "removed");
    }

    /// The same, and says why in the certificate: every unit that takes in our list refuses what that person signs from
    /// then on, and keeps what they did before.
    public Outcome<Kept<Person>> revoke(String user, String reason) {
        return session.require(MANAGE_PEOPLE)
                .then(ok -> reason.isBlank()
                        ? refused(new Problem.NeedsReason("reason", "Say why the certificate is revoked."))
                        : end(user, reason.strip(), "certificate revoked"));
    }

    private Outcome<Kept<Person>> end(String user, String reason, String what) {
        return session.require(MANAGE_PEOPLE).then(ok -> vault.people().remove(user, reason)).then(certificate -> {
            keysChanged(user, what);
            return kept(Person.FIELDS, Person.idFor(user)).then(person -> allowed(MANAGE_PEOPLE, () -> {
                var gone = person.record().with(Person.LOGIN, false).with(Person.ROLES, new TreeSet<>());
                ledger.write(session, MANAGE_PEOPLE, reason, List.of(
                        Change.of(Operation.PERSON, person.record(), gone, person.state())));
                return kept(Person.FIELDS, gone.id());
            }));
        });
    }

    /// Changes one's own passphrase. Both arrays are wiped.
    public Outcome<Boolean> changePassphrase(char[] now, char[] fresh) {
        try (var old = Passphrase.entered(now)) {
            return Passphrase.chosen(fresh).then(chosen -> {
                try (chosen) {
                    var changed = vault.changePassphrase(old, chosen);
                    if (changed.isDone()) keysChanged(session.user(), "passphrase");
                    return changed;
                }
            });
        }
    }

    private void keysChanged(String user, String what) {
        ledger.log(session, Audit.Kind.KEYS_CHANGED, Map.of("person", Json.of(user), "what", Json.of(what)));
    }

    /// Somebody's directory entry, changed.
    public record Edit(Seen<Person> person, Editing<Person> values, String reason) {}

    /// Everybody, those with a log-in first, then by name.
    public List<Kept<Person>> all() {
        return store.records().all(Person.FIELDS).stream()
                .map(kept -> new Named(kept, kept.record().label()))
                .sorted(Named.ORDER)
                .map(Named::kept)
                .toList();
    }

    /// A person with the label, which is made once and compared many times.
    private record Named(Kept<Person> kept, String label) {
        static final Comparator<Named> ORDER = Comparator.comparing((Named named) -> !named.kept.record().get(Person.LOGIN))
                .thenComparing(Named::label, String.CASE_INSENSITIVE_ORDER);
    }

    /// The collar numbers of the people whom that person line-manages.
    public Set<String> managedBy(String collar) {
        var wanted = collar.toUpperCase(Locale.ROOT);
        var managed = new TreeSet<String>();
        store.records().all(Person.FIELDS).stream()
                .filter(kept -> kept.record().get(Person.MANAGER).equalsIgnoreCase(wanted))
                .forEach(kept -> managed.add(kept.record().get(Person.COLLAR)));
        return managed;
    }

    /// Changes a directory entry.
    public Outcome<Kept<Person>> edit(Edit wish) {
        return change(MANAGE_PEOPLE, Person.FIELDS, wish.person(), Operation.PERSON, wish.reason(), before -> wish.values().into(before, CLOSED_FIELDS).then(after -> {
            if (after.get(Person.MANAGER).equalsIgnoreCase(after.get(Person.COLLAR)))
                return refused(new Problem.Invalid("manager", "Nobody is their own line manager."));
            return Outcome.done(after.with(Person.MANAGER, after.get(Person.MANAGER).toUpperCase(Locale.ROOT)));
        }));
    }

    /// Enters a person who has just been given keys, or a new role.
    Outcome<Kept<Person>> enter(String collar, String name, Set<Role> roles, String manager) {
        return allowed(MANAGE_PEOPLE, () -> {
            var id = Person.idFor(collar);
            var kept = store.records().find(Person.FIELDS, id);
            var before = kept.map(Kept::record).orElseGet(() -> Person.FIELDS.blank(id));
            var after = before.with(Person.COLLAR, collar.strip().toUpperCase(Locale.ROOT))
                    .with(Person.NAME, name)
                    .with(Person.ROLES, new TreeSet<>(roles))
                    .with(Person.LOGIN, true)
                    .with(Person.AGENCY, session.agency())
                    .with(Person.MANAGER, manager.isBlank() ? before.get(Person.MANAGER) : manager.toUpperCase(Locale.ROOT));
            var change = kept.map(there -> Change.of(Operation.PERSON, before, after, there.state()))
                    .orElseGet(() -> Change.creating(Operation.PERSON, after));
            if (!change.isNothing()) ledger.write(session, MANAGE_PEOPLE, "", List.of(change));
            return kept(Person.FIELDS, id);
        });
    }
}
