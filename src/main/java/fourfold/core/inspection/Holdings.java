package fourfold.core.inspection;

import fourfold.core.meeting.Meeting;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import fourfold.core.kernel.Field;
import java.util.List;

/// What the tests look at: the records of a vault as they stand, as far as the tests need them, and its events added up.
///
/// @param threats with the fields of [#THREAT] at least; the others alike
/// @param differing events that two agencies record differently
/// @param threatsPerLro how many threats one LRO should have at most
public record Holdings(
        List<Threat> threats,
        List<Plan> plans,
        List<Action> actions,
        List<Meeting> meetings,
        List<Person> people,
        List<Activity> activity,
        List<Led> led,
        List<Differing> differing,
        int threatsPerLro) {

    /// What the tests read of a threat.
    public static final List<Field<Threat, ?>> THREAT = List.of(
            Threat.REF,
            Threat.NAME,
            Threat.KIND,
            Threat.KIND_REASON,
            Threat.AGENCY,
            Threat.PRIMARY_AREA,
            Threat.TAGS,
            Threat.PHASE,
            Threat.MASTER_LIST,
            Threat.MASTER_LIST_REASON,
            Threat.IDENTIFIED,
            Threat.CLOSED,
            Threat.LRO,
            Threat.SIO,
            Threat.SIO_IS_LRO_REASON,
            Threat.LAST_ASSESSED,
            Threat.NEXT_ASSESSMENT,
            Threat.PRIORITY,
            Threat.INTENT,
            Threat.CAPABILITY,
            Threat.SIZE,
            Threat.INTELLIGENCE_HANDED_OVER);

    /// What they read of a plan.
    public static final List<Field<Plan, ?>> PLAN = List.of(
            Plan.THREAT,
            Plan.STATE,
            Plan.PURSUE_EMPTY,
            Plan.PREVENT_EMPTY,
            Plan.PROTECT_EMPTY,
            Plan.PREPARE_EMPTY,
            Plan.INTELLIGENCE_OFFICER,
            Plan.FINANCIAL_INVESTIGATOR,
            Plan.SAFEGUARDING_OFFICER,
            Plan.INTELLIGENCE_GAPS,
            Plan.NEXT_REVIEW);

    /// What they read of an action.
    public static final List<Field<Action, ?>> ACTION = List.of(
            Action.REF,
            Action.THREAT,
            Action.FOUR_P,
            Action.TITLE,
            Action.OWNER,
            Action.TASKED_ON,
            Action.DUE,
            Action.STATUS,
            Action.FINISHED_ON,
            Action.RESULT,
            Action.NO_DISRUPTION_REASON);

    /// The same for another day: only what is added up to a day differs.
    public Holdings with(List<Activity> upToThatDay) {
        return new Holdings(
                threats, plans, actions, meetings, people, upToThatDay, led, differing, threatsPerLro);
    }

    public Holdings {
        threats = List.copyOf(threats);
        plans = List.copyOf(plans);
        actions = List.copyOf(actions);
        meetings = List.copyOf(meetings);
        people = List.copyOf(people);
        activity = List.copyOf(activity);
        led = List.copyOf(led);
        differing = List.copyOf(differing);
    }
}
