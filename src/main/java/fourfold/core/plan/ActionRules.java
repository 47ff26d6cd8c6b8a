package fourfold.core.plan;

import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;
import static fourfold.core.plan.ActionStatus.ACCEPTED;
import static fourfold.core.plan.ActionStatus.BLOCKED;
import static fourfold.core.plan.ActionStatus.CANCELLED;
import static fourfold.core.plan.ActionStatus.DECLINED;
import static fourfold.core.plan.ActionStatus.DONE;
import static fourfold.core.plan.ActionStatus.IN_PROGRESS;
import static fourfold.core.plan.ActionStatus.PROPOSED;
import static fourfold.core.plan.ActionStatus.TASKED;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/// The life of an action: proposed, tasked, accepted or declined, worked on, blocked, done or cancelled.
public final class ActionRules {

    private ActionRules() {}

    /// Where an action may go from there. A finished, declined or cancelled one may be taken up again.
    public static Set<ActionStatus> next(ActionStatus from) {
        return switch (from) {
            case PROPOSED -> EnumSet.of(TASKED, ACCEPTED, DECLINED, IN_PROGRESS, DONE, CANCELLED);
            case TASKED -> EnumSet.of(ACCEPTED, DECLINED, IN_PROGRESS, BLOCKED, DONE, CANCELLED);
            case ACCEPTED -> EnumSet.of(IN_PROGRESS, BLOCKED, DONE, DECLINED, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(BLOCKED, DONE, CANCELLED);
            case BLOCKED -> EnumSet.of(IN_PROGRESS, DONE, DECLINED, CANCELLED);
            case DECLINED, CANCELLED -> EnumSet.of(PROPOSED, TASKED);
            case DONE -> EnumSet.of(IN_PROGRESS);
        };
    }

    /// Moves an action on.
    ///
    /// @param words the outcome of a finished action, or the reason of a declined or blocked one, which both need
    public static Outcome<Action> move(Action action, ActionStatus to, String words, LocalDate today) {
        var from = action.find(Action.STATUS).orElse(PROPOSED);
        if (!next(from).contains(to))
            return refused(new Problem.NotNow("An action that is " + from.label().toLowerCase(java.util.Locale.ROOT)
                    + " cannot become " + to.label().toLowerCase(java.util.Locale.ROOT) + "."));
        if ((to == DECLINED || to == BLOCKED) && words.isBlank())
            return refused(new Problem.NeedsReason(
                    "action." + to.name().toLowerCase(java.util.Locale.ROOT),
                    to == DECLINED ? "Say why the action is declined." : "Say what blocks the action."));
        var moved = dated(action.with(Action.STATUS, to), today);
        return done(words.isBlank() ? moved : moved.with(Action.RESULT, words));
    }

    /// The action with the days of the status that it has come to.
    private static Action dated(Action action, LocalDate today) {
        var dated = action.with(Action.BLOCKED_SINCE, action.is(Action.STATUS, BLOCKED) ? today : null)
                .with(Action.FINISHED_ON, action.is(Action.STATUS, DONE) ? today : null);
        return action.is(Action.STATUS, TASKED) ? dated.with(Action.TASKED_ON, today) : dated;
    }

    /// An action after a change: a new status moves it on by the rules of its life, and what it lacked before does not stand
    /// in the way.
    public static Outcome<Action> change(Action before, Action after, LocalDate today) {
        if (after.lacks(Action.TITLE) || after.lacks(Action.FOUR_P)) return create(after, today);
        var to = after.find(Action.STATUS).orElse(PROPOSED);
        if (before.is(Action.STATUS, to)) return done(after);
        var from = after.with(Action.STATUS, before.find(Action.STATUS).orElse(PROPOSED));
        var words = after.get(Action.RESULT).equals(before.get(Action.RESULT)) ? "" : after.get(Action.RESULT);
        return move(from, to, words, today);
    }

    /// A new action as it is kept, with the day of the status that it begins with; or what is wrong with it.
    public static Outcome<Action> create(Action action, LocalDate today) {
        if (action.lacks(Action.TITLE))
            return refused(new Problem.Invalid(Action.TITLE.name(), "Say what is to be done."));
        if (action.lacks(Action.FOUR_P))
            return refused(new Problem.Invalid(Action.FOUR_P.name(), "Choose the P that the action stands under."));
        if (needsWords(action))
            return refused(new Problem.Invalid(
                    Action.RESULT.name(),
                    action.is(Action.STATUS, DECLINED) ? "Say why the action is declined." : "Say what blocks the action."));
        return done(dated(action, today));
    }

    private static boolean needsWords(Action action) {
        return (action.is(Action.STATUS, DECLINED) || action.is(Action.STATUS, BLOCKED)) && action.lacks(Action.RESULT);
    }

    /// Whether a finished action has an outcome that nobody has recorded as a disruption or explained.
    ///
    /// @param recorded whether a disruption names the action
    public static boolean asksForDisruption(Action action, boolean recorded) {
        return action.is(Action.STATUS, DONE)
                && !action.lacks(Action.RESULT)
                && !recorded
                && action.lacks(Action.NO_DISRUPTION_REASON);
    }
}
