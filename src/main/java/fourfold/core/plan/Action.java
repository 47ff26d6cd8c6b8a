package fourfold.core.plan;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import fourfold.core.people.Party;
import fourfold.core.threat.Threat;
import java.time.LocalDate;

/// One thing that somebody is to do under a plan.
public final class Action extends Entity<Action> {

    private static final Fields.Declaration<Action> IS = Fields.declare("action", "action", Action::new);

    public static final Field<Action, String> REF = IS.field("ref", "Action ref", Type.text(64));
    public static final Field<Action, Id<Threat>> THREAT = IS.field("threat", "Threat ref", Type.<Threat>reference());
    public static final Field<Action, P> FOUR_P = IS.field("p", "4P", Type.choice(P.class));
    public static final Field<Action, String> TITLE = IS.field("title", "Title", Type.text(500));
    public static final Field<Action, String> TACTIC = IS.field("tactic", "Tactic", Type.text(200));
    public static final Field<Action, String> OWNER = IS.field("owner", "Owner", Party.type());
    public static final Field<Action, LocalDate> TASKED_ON = IS.field("taskedOn", "Tasked on", Type.date());
    public static final Field<Action, LocalDate> DUE = IS.field("due", "Due", Type.date());
    public static final Field<Action, ActionStatus> STATUS =
            IS.field("status", "Status", Type.choice(ActionStatus.class));
    public static final Field<Action, String> MEASURE =
            IS.field("measure", "Measure of success", Type.longText(4000));
    /// The outcome of a finished action; the reason of a declined or blocked one.
    public static final Field<Action, String> RESULT = IS.field("result", "Result", Type.longText(65_536));
    public static final Field<Action, LocalDate> BLOCKED_SINCE =
            IS.field("blockedSince", "Blocked since", Type.date());
    public static final Field<Action, LocalDate> FINISHED_ON = IS.field("finishedOn", "Finished on", Type.date());
    public static final Field<Action, String> NO_DISRUPTION_REASON =
            IS.field("noDisruptionReason", "Why no disruption was recorded", Type.longText(4000));
    public static final Field<Action, Marking> MARKING = IS.field("marking", "Marking", Type.choice(Marking.class));

    /// The declaration.
    public static final Fields<Action> FIELDS = IS.complete();

    private Action(Id<Action> id, Values<Action> values) {
        super(id, values);
    }

    @Override
    public Fields<Action> fields() {
        return FIELDS;
    }

    /// Whether it still stands under its P: a cancelled or declined action does not.
    public boolean isLive() {
        return !is(STATUS, ActionStatus.CANCELLED) && !is(STATUS, ActionStatus.DECLINED);
    }

    /// Whether somebody still has to do something about it.
    public boolean isOpen() {
        return isLive() && !is(STATUS, ActionStatus.DONE);
    }

    /// Whether somebody should have finished it before that day and had not, as far as its own dates tell: one that was tasked
    /// later was not there yet, and one that was finished later was still open. One without a due day is never overdue. The same
    /// rule over many at once is in the tests of figures.
    public boolean isOverdue(LocalDate day) {
        return isLive()
                && find(DUE).filter(due -> due.isBefore(day)).isPresent()
                && find(TASKED_ON).filter(tasked -> tasked.isAfter(day)).isEmpty()
                && (!is(STATUS, ActionStatus.DONE) || find(FINISHED_ON).filter(done -> done.isAfter(day)).isPresent());
    }
}
