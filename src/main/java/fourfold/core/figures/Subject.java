package fourfold.core.figures;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Fields;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;

/// What one row of a view is.
public enum Subject {
    THREATS("threat", "threats", Threat.FIELDS),
    DISRUPTIONS("event", "events", Disruption.FIELDS),
    PLANS("plan", "plans", Plan.FIELDS),
    ACTIONS("action", "actions", Action.FIELDS),
    MEETINGS("meeting", "meetings", Meeting.FIELDS),
    /// One row a threat on the agenda of a meeting that did not decide. Its reference is the meeting's.
    DECISIONS("decision", "decisions", Meeting.FIELDS);

    private final String one;
    private final String several;
    private final Fields<?> fields;

    Subject(String one, String several, Fields<?> fields) {
        this.one = one;
        this.several = several;
        this.fields = fields;
    }

    /// What one of them is called.
    public String one() {
        return one;
    }

    /// What several of them are called.
    public String several() {
        return several;
    }

    /// The kind of record whose references stand for a row.
    public Fields<?> fields() {
        return fields;
    }
}
