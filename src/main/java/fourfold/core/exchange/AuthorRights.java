package fourfold.core.exchange;

import fourfold.core.access.Permission;
import fourfold.core.access.Role;
import fourfold.core.kernel.Json;
import fourfold.core.people.Party;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Operation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Whether somebody of another vault had the right to a change at the time of it. The rules are those of the desks: what a
/// person may not do here they may not do by package either.
public final class AuthorRights {

    /// The kinds of which every record belongs to one vault alone.
    private static final Set<String> LOCAL = Set.of("person", "settings", "package", "received", "draft", "publication");

    private AuthorRights() {}

    /// What is known of the record that a change is about, and of what it belongs to.
    ///
    /// @param lro the LRO of the threat as the record names them; empty where there is none
    /// @param deputy the deputy LRO likewise
    /// @param recordedBy who recorded the event
    public record Subject(String lro, String deputy, String recordedBy) {}

    /// Why the change has to be left out, in the middle of a sentence; empty where its author had the right.
    ///
    /// @param roles what the author's unit vouched for at that time
    public static Optional<String> refusal(Entry entry, Set<Role> roles, Subject subject) {
        if (LOCAL.contains(entry.kind())) return Optional.of("a " + entry.kind() + " belongs to one vault alone");
        var role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(entry.author().role()))
                .findFirst();
        if (role.isEmpty() || !roles.contains(role.get()))
            return Optional.of("the author was not " + role.map(Role::label).orElse("anybody") + " then");
        var permission = permission(entry);
        if (!permission.isGivenTo(Set.of(role.get())))
            return Optional.of("a person acting as " + role.get().label() + " may not do that");
        return ownWork(entry, subject);
    }

    /// A decision is known by what it writes, whatever the entry calls itself.
    private static boolean decides(Entry entry, Operation operation, String kind, String... fields) {
        if (entry.operation().equals(operation.name())) return true;
        if (!entry.kind().equals(kind) || entry.operation().equals(Operation.LOAD.name())) return false;
        return Arrays.stream(fields)
                .anyMatch(field -> !text(entry.values().getOrDefault(field, Json.nothing())).isEmpty());
    }

    private static boolean approves(Entry entry) {
        return decides(entry, Operation.APPROVE, "plan", "approvedBy", "approvedHash");
    }

    private static boolean moderates(Entry entry) {
        return decides(entry, Operation.MODERATE, "disruption", "moderatedBy");
    }

    private static Permission permission(Entry entry) {
        if (approves(entry)) return Permission.REVIEW_PLANS;
        if (moderates(entry)) return Permission.MODERATE;
        var operation = Arrays.stream(Operation.values())
                .filter(known -> known.name().equals(entry.operation()))
                .findFirst();
        if (operation.isPresent()) {
            switch (operation.get()) {
                case LOAD -> {
                    return Permission.LOAD;
                }
                case RETURN, REVIEW_BEGIN -> {
                    return Permission.REVIEW_PLANS;
                }
                case ACCEPT, DECLINE -> {
                    return Permission.SETTLE;
                }
                case SETTLE -> {
                    return Permission.READ;
                }
                default -> {}
            }
        }
        return switch (entry.kind()) {
            case "threat" -> Permission.EDIT_THREATS;
            case "plan", "action" -> Permission.EDIT_PLANS;
            case "disruption" -> Permission.RECORD_DISRUPTIONS;
            case "review" -> Permission.READ;
            case "link" -> Permission.MODERATE;
            default -> Permission.OWN;
        };
    }

    /// Nobody decides about their own work, on whatever machine.
    private static Optional<String> ownWork(Entry entry, Subject subject) {
        var user = entry.author().user();
        if (approves(entry)
                && (Party.is(subject.lro(), user) || Party.is(subject.deputy(), user)))
            return Optional.of("nobody approves the plan of a threat that they lead");
        if (moderates(entry) && Party.is(subject.recordedBy(), user))
            return Optional.of("nobody moderates their own event");
        return Optional.empty();
    }

    /// The text of a value, empty where there is none.
    public static String text(Json value) {
        return value instanceof Json.Text(var text) ? text : "";
    }
}
