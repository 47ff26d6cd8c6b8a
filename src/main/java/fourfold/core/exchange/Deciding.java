package fourfold.core.exchange;

import fourfold.core.exchange.AuthorRights.Subject;
import fourfold.core.kernel.Json;
import fourfold.core.people.Party;
import fourfold.core.plan.Commitments;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a change decides, known by what it writes and not by what it calls itself; and whether a decision has all that a
/// decision has to have: who made it, and what it was made about.
public final class Deciding {

    private static final Set<String> MODERATED = Set.of("AGREED", "REGRADED", "RETURNED");

    private static final Set<String> WAITING = Set.of("SUBMITTED", "IN_REVIEW");

    private static final Set<String> SETTLED = Set.of("AGREED", "REGRADED");

    /// Operations of an owner who takes over what somebody else decided.
    private static final Set<String> TAKES_OVER = Set.of(Operation.ACCEPT.name(), Operation.SETTLE.name());

    private Deciding() {}

    /// Whether it decides about a plan or an event.
    public static boolean isDecision(Entry entry) {
        return approves(entry) || returns(entry) || moderates(entry);
    }

    /// Whether it approves a plan.
    public static boolean approves(Entry entry) {
        if (declines(entry)) return false;
        if (entry.operation().equals(Operation.APPROVE.name())) return true;
        if (isLoad(entry)) return false;
        return switch (entry.kind()) {
            case "plan" -> says(entry, "state", "APPROVED") || writes(entry, "approvedBy") || writes(entry, "approvedHash");
            case "review" -> says(entry, "subjectKind", "plan") && says(entry, "decision", "APPROVED");
            default -> false;
        };
    }

    /// Whether it returns a plan, or takes it into review.
    public static boolean returns(Entry entry) {
        if (declines(entry) || isLoad(entry)) return false;
        return switch (entry.kind()) {
            case "plan" -> says(entry, "state", "RETURNED") || says(entry, "state", "IN_REVIEW");
            case "review" -> says(entry, "subjectKind", "plan") && says(entry, "decision", "RETURNED");
            default -> false;
        };
    }

    /// Whether it moderates an event.
    public static boolean moderates(Entry entry) {
        if (declines(entry)) return false;
        if (entry.operation().equals(Operation.MODERATE.name())) return true;
        if (isLoad(entry)) return false;
        return switch (entry.kind()) {
            case "disruption" -> writes(entry, "moderatedBy") || MODERATED.contains(text(entry, "moderation"));
            case "review" -> says(entry, "subjectKind", "disruption");
            default -> false;
        };
    }

    /// Whether what was written before it was decided about with it: an approval, or a moderation that is no return. What is
    /// returned waits on, and whoever wrote it still did.
    public static boolean concludes(Entry entry) {
        return entry.kind().equals("plan") && approves(entry)
                || entry.kind().equals("disruption") && moderates(entry) && !says(entry, "moderation", "RETURNED");
    }

    /// A decision that lacks its maker or what it is about, names somebody else, or pretends to have been made outside.
    static Optional<String> forgery(Entry entry, Subject subject) {
        if (isLoad(entry)) return falselyLoaded(entry, subject);
        if (takesOver(entry) || declines(entry)) return Optional.empty();
        return switch (entry.kind()) {
            case "plan" -> ofPlan(entry, subject);
            case "disruption" -> ofEvent(entry, subject);
            case "review" -> ofReview(entry);
            default -> Optional.empty();
        };
    }

    /// An approval that is not of the content which the same act says was reviewed.
    public static Optional<String> mismatch(List<Entry> act) {
        for (var plan : act) {
            if (!plan.kind().equals("plan") || !approves(plan) || !writes(plan, "approvedHash")) continue;
            boolean other = act.stream()
                    .filter(one -> one.kind().equals("review") && approves(one))
                    .filter(one -> says(one, "subject", plan.record().toString()) && writes(one, "hash"))
                    .anyMatch(one -> !says(one, "hash", text(plan, "approvedHash")));
            if (other) return Optional.of("what was approved is not what was reviewed");
        }
        return Optional.empty();
    }

    private static Optional<String> ofReview(Entry entry) {
        if (!text(entry, "by").isEmpty() && !Party.is(text(entry, "by"), entry.author().user()))
            return Optional.of("the decision names somebody else than its author");
        var content = text(entry, "content");
        return says(entry, "subjectKind", "plan") && !content.isEmpty() && !Commitments.hashOf(content).equals(text(entry, "hash"))
                ? Optional.of("the decision bears the hash of another content than it holds")
                : Optional.empty();
    }

    /// A decision about what did not wait for one when its author looked at it. Where that cannot be told, it may stand.
    static Optional<String> untimely(Entry entry, Subject subject) {
        if (takesOver(entry)) return Optional.empty();
        return switch (entry.kind()) {
            case "plan" -> (approves(entry) || returns(entry))
                            && !subject.seen("state").map(WAITING::contains).orElse(true)
                    ? Optional.of("only a submitted plan can be " + (approves(entry) ? "approved" : "returned"))
                    : Optional.empty();
            case "disruption" -> moderates(entry) && subject.seen("moderation").map(SETTLED::contains).orElse(false)
                    ? Optional.of("the event was moderated already")
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofPlan(Entry entry, Subject subject) {
        if (isTrue(entry, "approvedOutside")) return Optional.of("only an extract states what was approved outside");
        if (!approves(entry)) return Optional.empty();
        if (now(entry, subject, "approvedHash").isEmpty())
            return Optional.of("an approval has to say which content was approved");
        return Party.is(now(entry, subject, "approvedBy"), entry.author().user())
                ? Optional.empty()
                : Optional.of("an approval has to name its author");
    }

    private static Optional<String> ofEvent(Entry entry, Subject subject) {
        if (says(entry, "moderation", "OUTSIDE")) return Optional.of("only an extract states what was moderated outside");
        if (!moderates(entry)) return Optional.empty();
        return Party.is(now(entry, subject, "moderatedBy"), entry.author().user())
                ? Optional.empty()
                : Optional.of("a moderation has to name its author");
    }

    /// An extract states approvals and moderations from outside, and nobody's of this program.
    private static Optional<String> falselyLoaded(Entry entry, Subject subject) {
        boolean decided = writes(entry, "approvedBy") || writes(entry, "moderatedBy")
                || (entry.kind().equals("disruption") && MODERATED.contains(text(entry, "moderation")));
        boolean boundInside = entry.kind().equals("plan") && writes(entry, "approvedHash")
                && !isTrue(entry, "approvedOutside") && !subject.value("approvedOutside").equals("true");
        return decided || boundInside || entry.kind().equals("review")
                ? Optional.of("an extract states no decision that was made here")
                : Optional.empty();
    }

    /// Whether an owner takes over with it what somebody else decided.
    static boolean takesOver(Entry entry) {
        return TAKES_OVER.contains(entry.operation());
    }

    private static boolean isLoad(Entry entry) {
        return entry.operation().equals(Operation.LOAD.name());
    }

    private static boolean declines(Entry entry) {
        return entry.operation().equals(Operation.DECLINE.name());
    }

    /// What the record says after the change: what the change does not write stays.
    private static String now(Entry entry, Subject subject, String field) {
        return entry.values().containsKey(field) ? text(entry, field) : subject.value(field);
    }

    private static boolean isTrue(Entry entry, String field) {
        return Json.of(true).equals(entry.values().get(field));
    }

    private static boolean writes(Entry entry, String field) {
        return !text(entry, field).isEmpty();
    }

    private static boolean says(Entry entry, String field, String value) {
        return text(entry, field).equals(value);
    }

    private static String text(Entry entry, String field) {
        return AuthorRights.text(entry.values().getOrDefault(field, Json.nothing()));
    }
}
