package fourfold.core.exchange;

import fourfold.core.access.Permission;
import fourfold.core.access.Role;
import fourfold.core.kernel.Json;
import fourfold.core.people.Party;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Operation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether somebody of another vault had the right to a change at the time of it. The rules are those of the desks: what a
/// person may not do here they may not do by package either. A decision is known by what it writes ([Deciding]), whatever
/// the entry calls itself.
public final class AuthorRights {

    /// The kinds of which every record belongs to one vault alone.
    private static final Set<String> LOCAL = Set.of("person", "settings", "package", "received", "draft", "publication");

    private AuthorRights() {}

    /// What is known of the record that a change is about, and of what it belongs to, before the act of the change. Each is
    /// asked for only where a rule needs it.
    public interface Subject {
        /// The text of a field of the record; empty where it has none.
        String value(String field);

        /// The text of a governed field as the author had seen it; empty where it had no value then, and no answer where
        /// something that they had seen is not here.
        Optional<String> seen(String field);

        /// The LRO of the threat as the record names them; empty where there is none.
        String lro();

        /// The deputy LRO likewise.
        String deputy();

        /// The collar numbers of those who wrote commitments of the plan, or wrote of the event, since it was last decided
        /// about; those of the same act among them.
        Set<String> writers();

        /// Whether the change writes a field that only the owner of the record decides about.
        boolean governed();
    }

    /// Why the change has to be left out, in the middle of a sentence; empty where its author had the right.
    ///
    /// @param roles what the certificate that signed it vouched for at that time
    public static Optional<String> refusal(Entry entry, Set<Role> roles, Subject subject) {
        if (LOCAL.contains(entry.kind())) return Optional.of("a " + entry.kind() + " belongs to one vault alone");
        var role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(entry.author().role()))
                .findFirst();
        if (role.isEmpty() || !roles.contains(role.get()))
            return Optional.of("the author was not " + role.map(Role::label).orElse("anybody") + " then");
        if (!isPermitted(entry, role.get(), roles, subject))
            return Optional.of("a person acting as " + role.get().label() + " may not do that");
        return Deciding.forgery(entry, subject)
                .or(() -> Deciding.untimely(entry, subject))
                .or(() -> ownWork(entry, subject));
    }

    /// Settling is done in whatever role the change was made; what only the owner decides about is settled by supervisors.
    private static boolean isPermitted(Entry entry, Role role, Set<Role> roles, Subject subject) {
        if (entry.operation().equals(Operation.SETTLE.name()) && !Deciding.isDecision(entry)) {
            if (Permission.SETTLE.isGivenTo(roles)) return true;
            return !subject.governed() && ofKind(entry.kind()).isGivenTo(roles);
        }
        return permission(entry).isGivenTo(Set.of(role));
    }

    private static Permission permission(Entry entry) {
        if (Deciding.approves(entry) || Deciding.returns(entry)) return Permission.REVIEW_PLANS;
        if (Deciding.moderates(entry)) return Permission.MODERATE;
        return switch (entry.operation()) {
            case "LOAD" -> Permission.LOAD;
            case "RETURN", "REVIEW_BEGIN" -> Permission.REVIEW_PLANS;
            case "ACCEPT", "DECLINE" -> Permission.SETTLE;
            default -> ofKind(entry.kind());
        };
    }

    private static Permission ofKind(String kind) {
        return switch (kind) {
            case "threat", "meeting" -> Permission.EDIT_THREATS;
            case "plan", "action" -> Permission.EDIT_PLANS;
            case "disruption" -> Permission.RECORD_DISRUPTIONS;
            case "review" -> Permission.READ;
            case "link" -> Permission.MODERATE;
            default -> Permission.OWN;
        };
    }

    /// Nobody decides about their own work, on whatever machine and in whatever office: a person is a collar number,
    /// compared without case.
    private static Optional<String> ownWork(Entry entry, Subject subject) {
        var user = entry.author().user();
        if (entry.kind().equals("plan") && (Deciding.approves(entry) || Deciding.returns(entry))) {
            if (Party.is(subject.lro(), user) || Party.is(subject.deputy(), user))
                return Optional.of("nobody approves the plan of a threat that they lead");
            if (Party.is(subject.value("submittedBy"), user))
                return Optional.of("nobody approves a plan that they submitted");
            if (!Deciding.takesOver(entry) && wrote(subject, user))
                return Optional.of("nobody approves a plan of which they wrote a part");
        }
        if (entry.kind().equals("disruption") && Deciding.moderates(entry)) {
            if (Party.is(subject.value("recordedBy"), user)) return Optional.of("nobody moderates their own event");
            if (!Deciding.takesOver(entry) && wrote(subject, user))
                return Optional.of("nobody moderates an event of which they wrote");
        }
        return Optional.empty();
    }

    private static boolean wrote(Subject subject, String user) {
        return subject.writers().stream().anyMatch(writer -> same(writer, user));
    }

    private static boolean same(String one, String other) {
        return one.strip().toUpperCase(Locale.ROOT).equals(other.strip().toUpperCase(Locale.ROOT));
    }

    /// The text of a value, empty where there is none.
    public static String text(Json value) {
        return value instanceof Json.Text(var text) ? text : "";
    }
}
