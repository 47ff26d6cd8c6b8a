package fourfold.core.figures;

import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/// The keys of plans and actions. What is not their own they have through their threat.
final class WorkKeys {

    static final List<Key> PLANS = Keys.ofThreat(
            (scope, row) -> scope.tests().threatOf(row),
            List.of(
                    new Key("status", "Plan state", scope -> ThreatKeys.picks(plans(scope).picks(Plan.STATE))),
                    new Key("empty-p", "Empty P", scope -> empty(scope, false)),
                    new Key("empty-p-any-status", "P without any action", scope -> empty(scope, true)),
                    ThreatKeys.whether("pursue-only", "Pursue only", scope ->
                            row -> scope.tests().emptyPs(row, false).equals(EnumSet.complementOf(EnumSet.of(P.PURSUE)))),
                    ThreatKeys.whether("has-actions", "Has actions", scope ->
                            row -> scope.tests().actionsOf(scope.tests().threatOf(row)).length > 0),
                    ThreatKeys.among("every-action-with-lro", "Every action is the LRO's", scope ->
                            scope.tests().everyActionWithLro()),
                    ThreatKeys.whether("review-overdue", "Review overdue", scope ->
                            row -> scope.tests().isReviewOverdue(row, scope.dayNumber())),
                    planDay("next-review", "Next review", Plan.NEXT_REVIEW),
                    planDay("last-approved", "Last approved", Plan.LAST_APPROVED),
                    person("intelligence-officer", "Intelligence officer", Plan.INTELLIGENCE_OFFICER),
                    person("financial-investigator", "Financial investigator", Plan.FINANCIAL_INVESTIGATOR),
                    person("safeguarding-officer", "Safeguarding officer", Plan.SAFEGUARDING_OFFICER),
                    new Key("ref", "Threat ref", scope -> ThreatKeys.refs(scope, plans(scope)))));

    static final List<Key> ACTIONS = Keys.ofThreat(
            (scope, row) -> actions(scope).links(Action.THREAT).at(row),
            List.of(
                    actionPicks("p", "4P", Action.FOUR_P),
                    actionPicks("status", "Status", Action.STATUS),
                    new Key("owner", "Owner", scope -> ThreatKeys.people(actions(scope).words(Action.OWNER))),
                    actionDay("due", "Due", Action.DUE),
                    actionDay("tasked-on", "Tasked on", Action.TASKED_ON),
                    actionDay("blocked-since", "Blocked since", Action.BLOCKED_SINCE),
                    actionDay("finished-on", "Finished on", Action.FINISHED_ON),
                    ThreatKeys.whether("overdue", "Overdue", scope ->
                            row -> scope.tests().isOverdue(row, scope.dayNumber())),
                    ThreatKeys.whether("result-given", "Result given", scope -> actions(scope).flags(Action.RESULT)::is),
                    ThreatKeys.among("done-not-recorded", "Done, with no event under its P", scope ->
                            scope.tests().doneWithoutEventInSameP()),
                    new Key("ref", "Action ref", scope -> ThreatKeys.refs(scope, actions(scope)))));

    private WorkKeys() {}

    private static FactTable<Plan> plans(Scope scope) {
        return scope.facts().plans();
    }

    private static FactTable<Action> actions(Scope scope) {
        return scope.facts().actions();
    }

    private static Key planDay(String name, String label, Field<Plan, LocalDate> field) {
        return new Key(name, label, scope -> Trait.day(plans(scope).days(field)));
    }

    private static Key person(String name, String label, Field<Plan, String> field) {
        return new Key(name, label, scope -> ThreatKeys.people(plans(scope).words(field)));
    }

    private static Key actionDay(String name, String label, Field<Action, LocalDate> field) {
        return new Key(name, label, scope -> Trait.day(actions(scope).days(field)));
    }

    private static <C extends Choice> Key actionPicks(String name, String label, Field<Action, C> field) {
        return new Key(name, label, scope -> ThreatKeys.picks(actions(scope).picks(field)));
    }

    private static Trait empty(Scope scope, boolean anyStatus) {
        return Trait.several(List.of(P.values()), row ->
                scope.tests().emptyPs(row, anyStatus).stream().mapToInt(P::ordinal).toArray());
    }
}
