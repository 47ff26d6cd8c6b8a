package fourfold.core.figures;

import fourfold.core.disruption.Disruption;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Which rows there were on a day, by their own dates: events that were recorded by then, actions that had been tasked,
/// meetings whose day had come. What threats there were is said by each view, since being on the master list is a matter of
/// another date than being known. Plans carry no date of their making.
final class AsAt {

    private AsAt() {}

    static Optional<IntPredicate> test(Subject subject, Scope scope) {
        var facts = scope.facts();
        int day = scope.dayNumber();
        return switch (subject) {
            case THREATS, PLANS -> Optional.empty();
            case DISRUPTIONS -> {
                var recorded = facts.events().days(Disruption.RECORD_DATE);
                yield Optional.of(row -> recorded.isUpTo(row, day));
            }
            case ACTIONS -> {
                var tasked = facts.actions().days(Action.TASKED_ON);
                yield Optional.of(row -> !tasked.isGiven(row) || tasked.isUpTo(row, day));
            }
            case MEETINGS -> {
                var date = facts.meetings().days(Meeting.DATE);
                yield Optional.of(row -> date.isUpTo(row, day));
            }
            case DECISIONS -> {
                var date = facts.meetings().days(Meeting.DATE);
                yield Optional.of(row -> date.isUpTo(scope.tests().delays().get(row).meeting(), day));
            }
        };
    }
}
