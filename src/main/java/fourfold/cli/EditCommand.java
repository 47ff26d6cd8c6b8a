package fourfold.cli;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Seen;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.MeetingDesk;
import fourfold.desk.Office;
import fourfold.desk.PlanDesk;
import fourfold.desk.ThreatDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes fields of a record.
@Command(
        name = "edit",
        description = {
            "Change fields of a threat, plan, action, disruption or meeting.",
            "An empty value empties the field. An action is moved on by its status, with the reason as its outcome."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold edit threat EMS-0001 --vault vault --set lro=\"A Officer (X1)\" --reason \"Knows the area\"",
            "  fourfold edit plan EMS-0001 --vault vault --set \"Why Prepare is empty=No event is expected\"",
            "  fourfold edit action EMSA-1A2B3C-0001 --vault vault --set status=done --reason \"Twelve families seen\""
        })
final class EditCommand extends DeskCommand {

    /// What can be changed.
    enum Kind {
        THREAT,
        PLAN,
        ACTION,
        DISRUPTION,
        MEETING
    }

    @Parameters(index = "0", paramLabel = "threat|plan|action|disruption|meeting", description = "What to change.")
    private Kind kind = Kind.THREAT;

    @Parameters(index = "1", paramLabel = "REF", description = "Its reference; a plan has its threat's.")
    private String ref = "";

    @Option(
            names = "--set",
            required = true,
            paramLabel = "FIELD=VALUE",
            description = "A field and its new value; may be repeated.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason = "";

    @Option(
            names = "--seen",
            paramLabel = "N",
            description = "The version that show or list gave; refused when somebody has saved since.")
    private @Nullable Long seen;

    EditCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        Written.of("--set", set);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return switch (kind) {
            case THREAT -> threat(office).map(kept -> answer(office, kept, "ref", "version"));
            case PLAN -> plan(office).map(kept -> PlanCommand.answer(office, kept));
            case ACTION -> action(office).map(kept -> answer(office, kept, "ref", "version", "status"));
            case DISRUPTION -> disruption(office).map(kept -> answer(
                    office, kept, "ref", "version", "category", "moderation"));
            case MEETING -> meeting(office).map(kept -> answer(office, kept, "ref", "version", "status"));
        };
    }

    private Outcome<Kept<Threat>> threat(Office office) {
        return Editing.of(Threat.FIELDS, written(), ThreatDesk.CLOSED_FIELDS)
                .then(values -> office.threats()
                        .open(ref)
                        .then(kept -> office.threats().edit(new ThreatDesk.Edit(seen(kept), values, reason))));
    }

    private Outcome<Kept<Plan>> plan(Office office) {
        return Editing.of(Plan.FIELDS, written(), PlanDesk.CLOSED_PLAN_FIELDS)
                .then(values -> begun(office)
                        .then(kept -> office.plans().edit(new PlanDesk.Edit(seen(kept), values, reason))));
    }

    /// The plan; a threat without one gets an empty one with the first thing that is written into it.
    private Outcome<Kept<Plan>> begun(Office office) {
        return office.threats().open(ref).then(threat -> {
            var plan = office.plans().plan(ref);
            if (!(plan instanceof Outcome.Refused<Kept<Plan>>(Problem.Gone noPlanYet))) return plan;
            return office.plans()
                    .begin(new PlanDesk.Begin(threat.record().id(), null))
                    .then(board -> office.plans().plan(ref));
        });
    }

    private Outcome<Kept<Action>> action(Office office) {
        return Editing.of(Action.FIELDS, written(), PlanDesk.CLOSED_ACTION_FIELDS)
                .then(values -> office.plans()
                        .action(ref)
                        .then(kept -> office.plans().edit(new PlanDesk.EditAction(seen(kept), values, reason))));
    }

    private Outcome<Kept<Disruption>> disruption(Office office) {
        return Editing.of(Disruption.FIELDS, written(), DisruptionDesk.CLOSED_FIELDS)
                .then(values -> office.disruptions()
                        .open(ref)
                        .then(kept -> office.disruptions()
                                .correct(new DisruptionDesk.Correct(seen(kept), values, reason))));
    }

    private Outcome<Kept<Meeting>> meeting(Office office) {
        return Editing.of(Meeting.FIELDS, written(), MeetingDesk.CLOSED_FIELDS)
                .then(values -> office.meetings()
                        .open(ref)
                        .then(kept -> office.meetings().correct(new MeetingDesk.Correct(seen(kept), values, reason))));
    }

    private Map<String, String> written() {
        return Written.of("--set", set).values();
    }

    private <K extends Entity<K>> Seen<K> seen(Kept<K> kept) {
        return seen == null ? kept.seen() : new Seen<>(kept.record().id(), seen);
    }
}
