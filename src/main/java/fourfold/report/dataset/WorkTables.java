package fourfold.report.dataset;

import static fourfold.report.dataset.Fact.CHANGED;
import static fourfold.report.dataset.Fact.CHANGED_AT;

import fourfold.core.kernel.P;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.report.dataset.Column.Kind;
import java.util.Locale;

/// The tables about plans, actions and meetings.
final class WorkTables {

    /// A body that a meeting asked for or that came.
    ///
    /// @param invited how many of it were invited
    /// @param attended how many came
    record Body(Fact<Meeting> meeting, String body, long invited, long attended) {}

    /// A threat on the agenda of a meeting.
    record OnAgenda(Fact<Meeting> meeting, String threat) {}

    static final Table<Fact<Plan>> PLANS = plans();

    static final Table<Fact<Action>> ACTIONS = Table.<Fact<Action>>of("actions", "One row an action of a plan.")
            .key("action_id", Kind.UUID, "The identity of the action, the same in every vault.", Fact::id)
            .field("action_ref", Fact::record, Action.REF, "The reference by which people know it.")
            .column("threat_id", Kind.UUID, "The threat whose plan it stands in; empty where it is not in this dataset.", fact -> fact.record().print(Action.THREAT))
            .to("threats", "threat_id")
            .field("p", Fact::record, Action.FOUR_P, "The P under which it stands.")
            .to("ps", "p")
            .field("status", Fact::record, Action.STATUS, "How far it is. Cancelled and declined actions do not stand under their P.")
            .has("has_owner", Fact::record, Action.OWNER, "Whether an owner is named.")
            .field("tasked_on", Fact::record, Action.TASKED_ON, "When it was tasked.")
            .field("due", Fact::record, Action.DUE, "When it is due. Without a day it is never overdue.")
            .to("dates", "date")
            .field("blocked_since", Fact::record, Action.BLOCKED_SINCE, "Since when it is blocked.")
            .field("finished_on", Fact::record, Action.FINISHED_ON, "When it was finished.")
            .to("dates", "date")
            .full("is_live", Kind.BOOLEAN, "Whether it stands: neither cancelled nor declined.", fact -> Table.yes(fact.record().isLive()))
            .full("is_open", Kind.BOOLEAN, "Whether somebody still has to do something about it.", fact -> Table.yes(fact.record().isOpen()))
            .has("has_result", Fact::record, Action.RESULT, "Whether an outcome, or the reason of a declined or blocked action, is written down.")
            .has("has_no_disruption_reason", Fact::record, Action.NO_DISRUPTION_REASON, "Whether somebody wrote down why no disruption was recorded.")
            .field("marking", Fact::record, Action.MARKING, "The protective marking of the record.")
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, Fact::changed)
            .complete();

    static final Table<Fact<Meeting>> MEETINGS = Table.<Fact<Meeting>>of("meetings", "One row a governance meeting.")
            .key("meeting_id", Kind.UUID, "The identity of the meeting, the same in every vault.", Fact::id)
            .field("meeting_ref", Fact::record, Meeting.REF, "The reference by which people know it.")
            .field("meeting_kind", Fact::record, Meeting.KIND, "The kind of meeting.")
            .field("date", Fact::record, Meeting.DATE, "When it was, or was to be.")
            .to("dates", "date")
            .field("status", Fact::record, Meeting.STATUS, "What became of it.")
            .has("has_cancellation_reason", Fact::record, Meeting.CANCELLATION_REASON, "Whether a reason for the cancellation is written down.")
            .field("marking", Fact::record, Meeting.MARKING, "The protective marking of the record.")
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, Fact::changed)
            .complete();

    static final Table<Body> MEETING_BODIES = Table.<Body>of(
                    "meeting_bodies",
                    "One row for each body that was invited to a meeting or attended it: an agency or a partner of the agreed lists. Whoever"
                            + " else is named, a person perhaps, is counted under Other.")
            .key("meeting_id", Kind.UUID, "The meeting.", body -> body.meeting().id())
            .to("meetings", "meeting_id")
            .key("body", Kind.STRING, "The body.", Body::body)
            .to("agencies", "agency")
            .full("invited", Kind.INTEGER, "How many of it were invited: 0 or 1, but for Other.", body -> Long.toString(body.invited()))
            .full("attended", Kind.INTEGER, "How many of it attended.", body -> Long.toString(body.attended()))
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, body -> body.meeting().changed())
            .complete();

    static final Table<OnAgenda> MEETING_THREATS = Table.<OnAgenda>of(
                    "meeting_threats", "One row for each threat on the agenda of a meeting.")
            .key("meeting_id", Kind.UUID, "The meeting.", one -> one.meeting().id())
            .to("meetings", "meeting_id")
            .key("threat_id", Kind.UUID, "The threat.", OnAgenda::threat)
            .to("threats", "threat_id")
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, one -> one.meeting().changed())
            .complete();

    private WorkTables() {}

    private static Table<Fact<Plan>> plans() {
        var table = Table.<Fact<Plan>>of("plans", "One row a plan. A threat has at most one.")
                .key("plan_id", Kind.UUID, "The identity of the plan, the same in every vault.", Fact::id)
                .column("threat_id", Kind.UUID, "The threat; empty where it is not in this dataset.", fact -> fact.record().print(Plan.THREAT))
                .to("threats", "threat_id")
                .field("state", Fact::record, Plan.STATE, "How far its review is.")
                .has("has_objective", Fact::record, Plan.OBJECTIVE, "Whether an objective is written down.");
        for (var p : P.values()) {
            var name = p.label().toLowerCase(Locale.ROOT);
            table.has("has_" + name + "_objective", Fact::record, Plan.objective(p), "Whether there is an objective under " + p.label() + ".");
            table.has("has_" + name + "_reason", Fact::record, Plan.whyEmpty(p), "Whether it is written down why " + p.label() + " is empty.");
        }
        return table.has("has_intelligence_officer", Fact::record, Plan.INTELLIGENCE_OFFICER, "Whether an intelligence officer is named.")
                .has("has_financial_investigator", Fact::record, Plan.FINANCIAL_INVESTIGATOR, "Whether a financial investigator is named.")
                .has("has_safeguarding_officer", Fact::record, Plan.SAFEGUARDING_OFFICER, "Whether a safeguarding officer is named.")
                .field("next_review", Fact::record, Plan.NEXT_REVIEW, "When it is to be reviewed next.")
                .to("dates", "date")
                .field("last_approved", Fact::record, Plan.LAST_APPROVED, "When it was last approved.")
                .to("dates", "date")
                .field("marking", Fact::record, Plan.MARKING, "The protective marking of the record.")
                .full(CHANGED_AT, Kind.DATETIME, CHANGED, Fact::changed)
                .complete();
    }
}
