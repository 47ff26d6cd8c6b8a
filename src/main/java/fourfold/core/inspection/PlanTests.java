package fourfold.core.inspection;

import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.people.Party;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionStatus;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.plan.PlanState;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Named tests of plans and their actions. Asked of plans that are not closed, of threats that were managed on the day.
final class PlanTests {

    private PlanTests() {}

    /// A plan with its threat and its actions.
    private record Whole(Plan plan, Threat threat, List<Action> actions) {
        Hit hit(String note) {
            return Hit.of(
                    Hit.Kind.PLAN, plan, threat.get(Threat.REF), threat.get(Threat.NAME), note, threat.id().value());
        }

        boolean isEmpty(P p) {
            return PlanRules.isEmpty(p, actions);
        }
    }

    private static List<Whole> plans(Looking look) {
        var threats = look.threatsById();
        var actions = new HashMap<Id<Threat>, List<Action>>();
        for (var action : look.holdings().actions())
            action.find(Action.THREAT).ifPresent(id -> actions.computeIfAbsent(id, k -> new ArrayList<>()).add(action));
        var all = new ArrayList<Whole>();
        for (var plan : look.holdings().plans()) {
            var threat = plan.find(Plan.THREAT).map(threats::get).orElse(null);
            if (threat == null || !look.isManaged(threat) || plan.is(Plan.STATE, PlanState.CLOSED)) continue;
            all.add(new Whole(plan, threat, actions.getOrDefault(threat.id(), List.of())));
        }
        return all;
    }

    /// Plans with a P in which no action stands, whether somebody wrote a reason or not.
    static Found emptyP(Looking look) {
        var hits = new ArrayList<Hit>();
        var byP = new LinkedHashMap<String, Integer>();
        int unexplained = 0;
        for (var whole : plans(look)) {
            var empty = Arrays.stream(P.values()).filter(whole::isEmpty).toList();
            if (empty.isEmpty()) continue;
            if (empty.stream().anyMatch(p -> whole.plan().lacks(Plan.whyEmpty(p)))) unexplained++;
            hits.add(whole.hit(empty.stream()
                    .map(p -> p.label() + (whole.plan().lacks(Plan.whyEmpty(p)) ? " is empty" : " has only a reason"))
                    .collect(Collectors.joining(", "))));
            for (var p : empty) byP.merge(p.label(), 1, Integer::sum);
        }
        return look.found(hits).saying("unexplained", unexplained).by("Empty P", ordered(byP));
    }

    private static Map<String, Integer> ordered(Map<String, Integer> byP) {
        var ordered = new LinkedHashMap<String, Integer>();
        if (!byP.isEmpty()) for (var p : P.values()) ordered.put(p.label(), byP.getOrDefault(p.label(), 0));
        return ordered;
    }

    /// Plans with an action under Pursue that stands, and none under any other P.
    static Found pursueOnly(Looking look) {
        return look.found(plans(look).stream()
                .filter(whole -> !whole.isEmpty(P.PURSUE)
                        && whole.isEmpty(P.PREVENT)
                        && whole.isEmpty(P.PROTECT)
                        && whole.isEmpty(P.PREPARE))
                .map(whole -> whole.hit(PeopleTests.counted(
                        (int) whole.actions().stream().filter(Action::isLive).count(), "Pursue action")))
                .toList());
    }

    /// Plans that do not name an intelligence officer, a financial investigator or a safeguarding officer.
    static Found roleMissing(Looking look) {
        var hits = new ArrayList<Hit>();
        var byRole = new LinkedHashMap<String, Integer>();
        var roles = List.<Field<Plan, String>>of(
                Plan.INTELLIGENCE_OFFICER, Plan.FINANCIAL_INVESTIGATOR, Plan.SAFEGUARDING_OFFICER);
        for (var whole : plans(look)) {
            var missing = roles.stream().filter(whole.plan()::lacks).toList();
            if (missing.isEmpty()) continue;
            hits.add(whole.hit("No " + missing.stream()
                    .map(role -> role.label().toLowerCase(java.util.Locale.ROOT))
                    .collect(Collectors.joining(", no "))));
            for (var role : missing) byRole.merge(role.label(), 1, Integer::sum);
        }
        return look.found(hits).by("Missing", Found.largestFirst(byRole));
    }

    /// Plans whose review was due before the day.
    static Found reviewOverdue(Looking look) {
        var hits = new ArrayList<Hit>();
        for (var whole : plans(look))
            whole.plan().find(Plan.NEXT_REVIEW).filter(due -> due.isBefore(look.day())).ifPresent(
                    due -> hits.add(whole.hit("Review was due " + Looking.say(due))));
        return look.found(hits);
    }

    /// Plans all of whose actions, cancelled and declined ones too, are the LRO's own.
    static Found lroOwnsAll(Looking look) {
        return look.found(plans(look).stream()
                .filter(whole -> !whole.actions().isEmpty()
                        && whole.actions().stream()
                                .allMatch(one -> Party.samePerson(one.get(Action.OWNER), whole.threat().get(Threat.LRO))))
                .map(whole -> whole.hit(whole.threat().get(Threat.LRO)))
                .toList());
    }

    /// Plans that set out no intelligence gap.
    static Found noIntelligenceGaps(Looking look) {
        var plans = plans(look);
        if (!plans.isEmpty() && plans.stream().allMatch(whole -> whole.plan().lacks(Plan.INTELLIGENCE_GAPS)))
            return Found.cannotTell("No plan sets out an intelligence gap; an extract does not carry them, so they have to be entered"
                    + " on the plans.");
        return look.found(plans.stream()
                .filter(whole -> whole.plan().lacks(Plan.INTELLIGENCE_GAPS))
                .map(whole -> whole.hit("No intelligence gap is set out"))
                .toList());
    }

    private static Hit hit(Action action, Threat threat, String note) {
        return Hit.of(
                Hit.Kind.ACTION, action, action.get(Action.REF), action.get(Action.TITLE), note, threat.id().value());
    }

    private static Map<Action, Threat> actions(Looking look) {
        var threats = look.threatsById();
        var all = new LinkedHashMap<Action, Threat>();
        for (var action : look.holdings().actions()) {
            var threat = action.find(Action.THREAT).map(threats::get).orElse(null);
            if (threat != null && look.isManaged(threat)) all.put(action, threat);
        }
        return all;
    }

    /// Actions that were due before the day and not finished by then.
    static Found overdue(Looking look) {
        var hits = new ArrayList<Hit>();
        actions(look).forEach((action, threat) -> {
            if (action.isOverdue(look.day()))
                hits.add(hit(action, threat, "Due " + Looking.say(action.get(Action.DUE)) + ", " + action.get(Action.OWNER)));
        });
        return look.found(hits);
    }

    /// Declined actions without a reason.
    static Found declinedWithoutReason(Looking look) {
        var hits = new ArrayList<Hit>();
        actions(look).forEach((action, threat) -> {
            if (action.is(Action.STATUS, ActionStatus.DECLINED) && action.lacks(Action.RESULT))
                hits.add(hit(action, threat, action.get(Action.OWNER)));
        });
        return look.found(hits);
    }

    /// Finished actions under some Ps while no event under the same P was recorded against the threat, and nobody said why
    /// none was.
    static Found doneNotRecorded(Looking look) {
        var recorded = new HashMap<UUID, HashSet<P>>();
        for (var one : look.holdings().activity())
            if (one.p() != null) recorded.computeIfAbsent(one.threat(), id -> new HashSet<>()).add(one.p());
        var wanted = look.parameters().words("ps").stream().map(P::valueOf).collect(Collectors.toSet());
        var hits = new ArrayList<Hit>();
        var byP = new LinkedHashMap<String, Integer>();
        actions(look).forEach((action, threat) -> {
            var p = action.find(Action.FOUR_P).orElse(null);
            if (p == null || !action.is(Action.STATUS, ActionStatus.DONE) || !action.lacks(Action.NO_DISRUPTION_REASON)) return;
            if (!wanted.isEmpty() && !wanted.contains(p)) return;
            if (recorded.getOrDefault(threat.id().value(), new HashSet<>()).contains(p)) return;
            hits.add(hit(action, threat, p.label() + ", " + threat.get(Threat.REF)));
            byP.merge(p.label(), 1, Integer::sum);
        });
        return look.found(hits).by("P", byP);
    }
}
