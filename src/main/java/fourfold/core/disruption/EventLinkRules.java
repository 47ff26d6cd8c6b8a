package fourfold.core.disruption;

import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.TreeSet;

/// What may be decided about two events that may be one. Every decision has a reason.
public final class EventLinkRules {

    private EventLinkRules() {}

    /// The two are one event, led by one of them.
    ///
    /// @param lead one of the two
    /// @param print what the two say now ([Sighting#print])
    public static Outcome<EventLink> same(EventLink link, Id<Disruption> lead, String print, String reason) {
        boolean first = link.find(EventLink.FIRST).filter(lead::equals).isPresent();
        if (!first && link.find(EventLink.SECOND).filter(lead::equals).isEmpty())
            return refused(new Problem.Invalid("lead", "Say which of the two events leads."));
        return decided(link, first ? LinkDecision.FIRST_LEADS : LinkDecision.SECOND_LEADS, print, reason,
                "Say why the two are one event.");
    }

    /// The two are not the same event: it is not asked again until one of them says something else.
    public static Outcome<EventLink> different(EventLink link, String print, String reason) {
        if (link.isSame())
            return refused(new Problem.NotNow("The two are linked; undo the link instead."));
        return decided(link, LinkDecision.DIFFERENT, print, reason, "Say why the two are not the same event.");
    }

    /// Takes a decision back, so that both events stand for themselves again.
    public static Outcome<EventLink> undo(EventLink link, String reason) {
        if (link.lacks(EventLink.DECISION) || link.is(EventLink.DECISION, LinkDecision.UNDONE))
            return refused(new Problem.NotNow("Nothing is decided about these two events."));
        if (reason.isBlank()) return refused(new Problem.NeedsReason("link.undo", "Say why the link is undone."));
        return done(link.with(EventLink.DECISION, LinkDecision.UNDONE));
    }

    private static Outcome<EventLink> decided(
            EventLink link, LinkDecision decision, String print, String reason, String needed) {
        if (reason.isBlank()) return refused(new Problem.NeedsReason("link.decide", needed));
        var considered = new TreeSet<>(link.get(EventLink.CONSIDERED));
        considered.add(print);
        return done(link.with(EventLink.DECISION, decision).with(EventLink.CONSIDERED, considered));
    }
}
