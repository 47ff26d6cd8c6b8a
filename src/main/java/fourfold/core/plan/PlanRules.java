package fourfold.core.plan;

import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Problem;
import fourfold.core.people.Party;
import fourfold.core.review.Review;
import fourfold.core.threat.Threat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a plan needs before it can be submitted, and who may decide about it.
public final class PlanRules {

    private PlanRules() {}

    /// One thing that stands in the way of submitting.
    ///
    /// @param field the plan's field that would settle it
    /// @param p the P it is about, or null
    public record Missing(String field, @org.jspecify.annotations.Nullable P p, String sentence) {}

    /// What is missing before a plan can be submitted: an objective, and under each P a live action or a written reason
    /// (inspection report, "prevention activities are less comprehensively considered").
    public static List<Missing> missing(Plan plan, List<Action> actions) {
        var missing = new ArrayList<Missing>();
        boolean anyObjective = !plan.lacks(Plan.OBJECTIVE);
        for (var p : P.values()) anyObjective |= !plan.lacks(Plan.objective(p));
        if (!anyObjective)
            missing.add(new Missing(Plan.OBJECTIVE.name(), null, "The plan has no objective."));
        for (var p : P.values()) {
            if (isEmpty(p, actions) && plan.lacks(Plan.whyEmpty(p)))
                missing.add(new Missing(
                        Plan.whyEmpty(p).name(),
                        p,
                        p.label() + " is empty: add an action, or say why none is needed."));
        }
        return missing;
    }

    /// Whether a P has no action that still stands: cancelled and declined ones do not.
    public static boolean isEmpty(P p, List<Action> actions) {
        return actions.stream().noneMatch(action -> action.is(Action.FOUR_P, p) && action.isLive());
    }

    /// What a reviewer is told before deciding; none of it forbids.
    public static List<String> warnings(Threat threat, Plan plan, List<Action> actions) {
        var warnings = new ArrayList<String>();
        if (Party.samePerson(threat.get(Threat.LRO), threat.get(Threat.SIO)))
            warnings.add("The SIO is also the LRO: "
                    + (threat.lacks(Threat.SIO_IS_LRO_REASON)
                            ? "no reason is given."
                            : threat.get(Threat.SIO_IS_LRO_REASON)));
        for (var p : P.values())
            if (isEmpty(p, actions) && !plan.lacks(Plan.whyEmpty(p)))
                warnings.add(p.label() + " has a reason and no action: " + plan.get(Plan.whyEmpty(p)));
        if (plan.lacks(Plan.INTELLIGENCE_OFFICER)) warnings.add("No intelligence officer is named.");
        if (plan.lacks(Plan.FINANCIAL_INVESTIGATOR)) warnings.add("No financial investigator is named.");
        if (plan.lacks(Plan.SAFEGUARDING_OFFICER)) warnings.add("No safeguarding officer is named.");
        if (plan.lacks(Plan.INTELLIGENCE_GAPS)) warnings.add("No intelligence gap is set out.");
        var open = actions.stream().filter(Action::isLive).toList();
        if (!open.isEmpty()
                && open.stream().allMatch(a -> Party.samePerson(a.get(Action.OWNER), threat.get(Threat.LRO))))
            warnings.add("Every action is the LRO's own.");
        var unmeasured = open.stream().filter(a -> a.lacks(Action.MEASURE)).count();
        if (unmeasured > 0) warnings.add(unmeasured + (unmeasured == 1 ? " action has" : " actions have") + " no measure of success.");
        return warnings;
    }

    /// Sends a draft, a returned plan, or an approved one that was changed, to its reviewer.
    public static Outcome<Plan> submit(Plan plan, List<Action> actions, String submitter, Instant now) {
        var state = plan.find(Plan.STATE).orElse(PlanState.DRAFT);
        var commitments = Commitments.of(plan, actions);
        if (state == PlanState.SUBMITTED && plan.is(Plan.SUBMITTED_BY, submitter))
            return refused(new Problem.NotNow("The plan is submitted already and waits for its reviewer."));
        if (state == PlanState.CLOSED) return refused(new Problem.NotNow("The plan is closed."));
        if (state == PlanState.APPROVED && plan.is(Plan.APPROVED_HASH, commitments.hash()))
            return refused(new Problem.NotNow("The plan is approved as it stands; there is nothing to submit."));
        var missing = missing(plan, actions);
        if (commitments.content().length() > Review.LONGEST_CONTENT)
            return refused(new Problem.NotNow("The plan is too long to be reviewed: its texts have "
                    + commitments.content().length() + " characters in all, and 300000 is the limit."));
        if (!missing.isEmpty())
            return refused(new Problem.Invalid(missing.stream()
                    .map(one -> new Problem.Flaw(one.field(), one.sentence()))
                    .toList()));
        return done(plan.with(Plan.STATE, PlanState.SUBMITTED)
                .with(Plan.SUBMITTED_BY, submitter)
                .with(Plan.SUBMITTED_AT, now)
                .with(Plan.RETURN_REASON, null));
    }

    /// Who may not decide about this plan, whatever their roles: its LRO, deputy and submitter, and everybody who wrote one
    /// of its commitments since it was last approved.
    ///
    /// @param writers the user ids of those who wrote commitments since the last approval
    public static Outcome<Plan> mayReview(Plan plan, Threat threat, String reviewer, Set<String> writers) {
        if (Party.is(threat.get(Threat.LRO), reviewer))
            return refused(new Problem.NotAllowed("You are the LRO of this threat; somebody else has to review its plan."));
        if (Party.is(threat.get(Threat.DEPUTY), reviewer))
            return refused(new Problem.NotAllowed("You are the deputy LRO of this threat; somebody else has to review its plan."));
        if (Party.is(plan.get(Plan.SUBMITTED_BY), reviewer))
            return refused(new Problem.NotAllowed("You submitted this plan; somebody else has to review it."));
        if (writers.contains(reviewer))
            return refused(new Problem.NotAllowed(
                    "You wrote part of this plan since it was last approved; somebody else has to review it."));
        return done(plan);
    }

    /// Approves what was reviewed.
    ///
    /// @param reviewed the hash of the commitments that the reviewer saw
    public static Outcome<Plan> approve(
            Plan plan, List<Action> actions, String reviewed, String reviewerLabel, LocalDate today) {
        if (!isWaiting(plan)) return refused(new Problem.NotNow("Only a submitted plan can be approved."));
        var now = Commitments.of(plan, actions);
        if (!now.hash().equals(reviewed))
            return refused(new Problem.NotNow("The plan has changed since you opened it; look at it again before you approve."));
        var missing = missing(plan, actions);
        if (!missing.isEmpty()) return refused(new Problem.NotNow("The plan cannot be approved: " + missing.getFirst().sentence()));
        return done(plan.with(Plan.STATE, PlanState.APPROVED)
                .with(Plan.APPROVED_HASH, now.hash())
                .with(Plan.APPROVED_BY, reviewerLabel)
                .with(Plan.LAST_APPROVED, today)
                .with(Plan.APPROVED_OUTSIDE, false));
    }

    /// Returns a submitted plan to its LRO with a reason.
    public static Outcome<Plan> sendBack(Plan plan, String reason) {
        if (!isWaiting(plan)) return refused(new Problem.NotNow("Only a submitted plan can be returned."));
        if (reason.isBlank()) return refused(new Problem.NeedsReason("plan.return", "Say what has to change."));
        return done(plan.with(Plan.STATE, PlanState.RETURNED).with(Plan.RETURN_REASON, reason));
    }

    private static boolean isWaiting(Plan plan) {
        return plan.is(Plan.STATE, PlanState.SUBMITTED) || plan.is(Plan.STATE, PlanState.IN_REVIEW);
    }

    /// How a plan stands, in words: its state, or "Approved, then changed" when a commitment is not what was approved.
    public static String standing(Plan plan, List<Action> actions) {
        if (isApprovedThenChanged(plan, actions)) return "Approved, then changed";
        return plan.find(Plan.STATE).orElse(PlanState.DRAFT).label()
                + (plan.is(Plan.STATE, PlanState.APPROVED) && plan.get(Plan.APPROVED_OUTSIDE) ? " outside" : "");
    }

    /// Whether a commitment was changed after the approval that still stands.
    public static boolean isApprovedThenChanged(Plan plan, List<Action> actions) {
        return plan.is(Plan.STATE, PlanState.APPROVED)
                && !plan.lacks(Plan.APPROVED_HASH)
                && !plan.is(Plan.APPROVED_HASH, Commitments.of(plan, actions).hash());
    }
}
